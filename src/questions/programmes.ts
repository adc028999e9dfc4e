import { Query } from '@nestjs/cqrs';

/** Whether a training of somebody in a topic counts on a day: given by then, not lapsed, its certificate not ended. */
export class ValidTraining extends Query<boolean> {
  constructor(
    /** The pseudonymous code of the person. */
    readonly staff: string,
    /** A topic of the registers: `CARE_OF_CASES`. */
    readonly topic: string,
    /** On the calendar of the country: `YYYY-MM-DD`. */
    readonly day: string,
  ) {
    super();
  }
}
