import { Module } from '@nestjs/common';

/** What goes on around cases: communities, re-education, the support fund, activities and training, oversight. */
@Module({ controllers: [], providers: [] })
export class ProgrammesModule {}
