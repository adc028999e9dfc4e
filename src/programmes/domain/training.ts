import { Refusal } from '#decider';
import { type Entry, registerDecider, type RegisterEvents, type RegisterSpec, step } from './register.js';
import { certificateEndings, topics } from './register-codes.js';
import { field, oneOf, optional, type Values, type ValuesOf } from './register-fields.js';

/** Which civil servants were trained in what, and until when it counts. Who they are is a code, and is not told. */
export const trainings = {
  category: 'training',
  path: 'trainings',
  by: 'on',
  recorded: 'TrainingGiven',
  corrected: 'TrainingCorrected',
  withdrawn: 'TrainingWithdrawn',
  takenBack: 'TrainingStepTakenBack',
  fields: {
    topic: oneOf(topics),
    on: field('happened'),
    /** Where they work. */
    organization: field('organization'),
    staff: field('staff'),
    hours: field('count'),
    /** The last day the certificate counts; left out: it does not lapse. */
    until: optional(field('day')),
    project: optional(field('project')),
  },
  rule: ({ on, until }: Values) => {
    if (typeof until === 'string' && until < String(on)) {
      throw new Refusal('register/period-reversed', 'it ends before it begins', 'invalid');
    }
  },
  steps: {
    CertificateEnded: step(
      'certificate-ends',
      { staff: field('staff'), on: field('happened'), why: oneOf(certificateEndings) },
      ({ staff }, { values }) => {
        if (staff.every((each) => (values['staff'] as readonly string[]).includes(each))) return;
        throw new Refusal('training/not-trained', 'it was not given to all of these', 'invalid');
      },
    ),
  },
} as const satisfies RegisterSpec;

export type TrainingEvents = RegisterEvents<typeof trainings>;
export const trainingDecider = registerDecider(trainings);

/** Whether a training somebody was given counts on a day: from the day it was given to its last, if nothing ended it. */
export function isValidOn({ values, steps }: Pick<Entry, 'values' | 'steps'>, staff: string, day: string): boolean {
  const includes = (list: unknown): boolean => (list as readonly string[]).includes(staff);
  const { on, until = day } = values as ValuesOf<typeof trainings.fields>;
  const ended = steps.some((each) => includes(each.values['staff']) && String(each.values['on']) <= day);
  return includes(values['staff']) && on <= day && day <= until && !ended;
}
