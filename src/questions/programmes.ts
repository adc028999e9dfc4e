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

/** What somebody can be in without being in a case. */
export const fileKinds = ['enrolment', 'men-group', 'help'] as const;

/** What a programme or a community keeps of somebody who is in no case. It tells of nobody else. */
export interface KeptFile {
  readonly kind: (typeof fileKinds)[number];
  readonly country: string;
  /** The institution that keeps it. */
  readonly keeper: string;
  /** Whether what it is about goes on. */
  readonly open: boolean;
}

/** The file of a person's random id; undefined where there is none, or a case was opened of it. */
export class FileOfPerson extends Query<KeptFile | undefined> {
  constructor(readonly person: string) {
    super();
  }
}

/** The person whose file has this code that people read to each other: asked by whoever looks after personal data. */
export class PersonOfFile extends Query<string | undefined> {
  constructor(readonly code: string) {
    super();
  }
}
