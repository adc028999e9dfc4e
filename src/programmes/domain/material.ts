import { registerDecider, type RegisterEvents, type RegisterSpec, step } from './register.js';
import { materialKinds, materialLanguages, topics } from './register-codes.js';
import { field, oneOf, optional } from './register-fields.js';

/** What was made to be read, seen or heard, in which language, and whom it was handed to. */
export const materials = {
  category: 'material',
  path: 'materials',
  by: 'on',
  recorded: 'MaterialProduced',
  corrected: 'MaterialCorrected',
  withdrawn: 'MaterialWithdrawn',
  takenBack: 'MaterialStepTakenBack',
  fields: {
    kind: oneOf(materialKinds),
    title: field('line'),
    language: oneOf(materialLanguages),
    topic: oneOf(topics),
    on: field('happened'),
    project: optional(field('project')),
  },
  steps: {
    MaterialTransferred: step('transfers', {
      to: field('organization'),
      on: field('happened'),
      copies: field('count'),
    }),
  },
} as const satisfies RegisterSpec;

export type MaterialEvents = RegisterEvents<typeof materials>;
export const materialDecider = registerDecider(materials);
