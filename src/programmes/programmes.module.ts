import { Module } from '@nestjs/common';
import { RegisterDesk, RegisterHandler } from './http/register-desk.js';
import { registerControllers } from './http/register.controllers.js';
import { ValidTrainingAnswer } from './http/training.answers.js';

/** What goes on around cases: communities, re-education, the support fund, activities and training, oversight. */
@Module({
  controllers: [...registerControllers],
  providers: [...[RegisterDesk, RegisterHandler, ValidTrainingAnswer]],
})
export class ProgrammesModule {}
