import { Refusal } from '#decider';
import { registerDecider, type RegisterEvents, type RegisterSpec, type Step, step } from './register.js';
import { projectKinds, projectStages } from './register-codes.js';
import { field, oneOf, optional, rowsOf, type Values } from './register-fields.js';

const outcomesOf = ({ outcomes = [] }: Values) => outcomes as readonly { readonly indicator: string }[];

const isMeasured = ({ type }: Step): boolean => type === 'OutcomeMeasured';

/** A project: where, by whose money, from when to when, for how much, and what it is to change. */
export const projects = {
  category: 'project',
  path: 'projects',
  by: 'from',
  recorded: 'ProjectRegistered',
  corrected: 'ProjectCorrected',
  withdrawn: 'ProjectWithdrawn',
  takenBack: 'ProjectStepTakenBack',
  fields: {
    kind: oneOf(projectKinds),
    title: field('line'),
    districts: field('districts'),
    /** Who pays, as codes: most are in no directory here. */
    funders: field('codes'),
    from: field('day'),
    until: field('day'),
    budget: field('cents'),
    currency: field('currency'),
    outcomes: optional(
      rowsOf({ indicator: field('code'), baseline: field('number'), target: field('number'), by: field('day') }),
    ),
    agreement: optional(field('agreement')),
  },
  rule: (values: Values, steps: readonly Step[]) => {
    if (String(values['until']) < String(values['from'])) {
      throw new Refusal('register/period-reversed', 'it ends before it begins', 'invalid');
    }
    const known = outcomesOf(values).map(({ indicator }) => indicator);
    if (new Set(known).size < known.length) {
      throw new Refusal('project/outcome-twice', 'an indicator has one baseline and one target', 'invalid');
    }
    if (steps.some((each) => isMeasured(each) && !known.includes(String(each.values['indicator'])))) {
      throw new Refusal('project/outcome-measured', 'what was measured stays among the outcomes');
    }
  },
  steps: {
    OutcomeMeasured: step(
      'measurements',
      { indicator: field('code'), value: field('number'), on: field('happened') },
      ({ indicator }, { values }) => {
        if (outcomesOf(values).some((each) => each.indicator === indicator)) return;
        throw new Refusal('project/unknown-outcome', 'the project has no such outcome', 'invalid');
      },
    ),
    ProjectAdvanced: step(
      'stages',
      { stage: oneOf(projectStages), on: field('happened') },
      ({ stage }, { values, steps }) => {
        if (values['kind'] !== 'PARTICIPATORY_BUDGET') {
          throw new Refusal('project/no-stages', 'only a participatory budget goes by these stages', 'invalid');
        }
        const now = stageOf(steps);
        if (now === stage) return 'already';
        if (projectStages.indexOf(stage) === (now === undefined ? 0 : projectStages.indexOf(now) + 1)) return;
        throw new Refusal('project/stage-out-of-order', 'proposed, prioritised, funded, executed', 'illegal');
      },
    ),
  },
} as const satisfies RegisterSpec;

/** How far a project has come through the participatory budget. */
export const stageOf = (steps: readonly Step[]): (typeof projectStages)[number] | undefined =>
  projectStages.findLast((stage) =>
    steps.some(({ type, values }) => type === 'ProjectAdvanced' && values['stage'] === stage),
  );

export type ProjectEvents = RegisterEvents<typeof projects>;
export const projectDecider = registerDecider(projects);
