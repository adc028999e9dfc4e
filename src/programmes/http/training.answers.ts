import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { PLATFORM, type Platform } from '../../platform.js';
import { ValidTraining } from '../../questions.js';
import { isValidOn } from '../domain/training.js';
import { trainingView } from '../views/register-views.js';

/** How many trainings of one person in one topic are looked at, the newest first. */
const most = 200;

@QueryHandler(ValidTraining)
export class ValidTrainingAnswer implements IQueryHandler<ValidTraining> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  async execute({ staff, topic, day }: ValidTraining): Promise<boolean> {
    const range = { limit: most, descending: true };
    const listed = await this.platform.views.list(trainingView, `staff/${staff}/${topic}`, range);
    return listed.some(({ document }) => isValidOn(document, staff, day));
  }
}
