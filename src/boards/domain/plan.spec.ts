import { specification } from '#decider/specification';
import * as the from '../testing/plan-fixtures.js';
import { muni } from '../testing/session-fixtures.js';
import { planDecider } from './plan.js';
import type { Action, Goal, Objective, PlanContent } from './plan-events.js';

const { given } = specification(planDecider);
const { actionProgressed, approved, approving, content, drafted, drafting, measured, progressing, recognised } = the;

const [objective] = content.objectives;
const [goal] = objective?.goals ?? [];
const [action] = goal?.actions ?? [];
if (objective === undefined || goal === undefined || action === undefined) throw new Error('the plan is empty');

/** The draft with one part changed. */
const withObjective = (change: Partial<Objective>): PlanContent => ({
  ...content,
  objectives: [{ ...objective, ...change }],
});
const withGoal = (change: Partial<Goal>) => withObjective({ goals: [{ ...goal, ...change }] });
const withAction = (change: Partial<Action>) => withGoal({ actions: [{ ...action, ...change }] });

describe('a plan', () => {
  it('is drafted, drafted anew, and approved by a norm', () => {
    given().when(drafting).then(drafted);
    given(drafted).when(drafting).changesNothing();
    given(drafted)
      .when({ ...drafting, ...the.changedContent })
      .then({ ...drafted, data: { ...drafted.data, ...the.changedContent } });
    given(drafted).when(approving).then(approved);
  });

  it('never changes once approved: a change is the next version, and the one before stays in force until that is approved', () => {
    const second = { ...drafted, data: { ...drafted.data, ...the.changedContent, version: 2 } };
    given(drafted, approved)
      .when({ ...drafting, ...the.changedContent })
      .then(second);
    given(drafted, approved).when(drafting).changesNothing();
    given(drafted, approved).when(approving).changesNothing();
    given(drafted, approved)
      .when({ ...approving, norm: 'ORD-999-2025' })
      .refuses('plan/approved');
    given(drafted, approved, second).when(progressing).then(actionProgressed);
    given(drafted, approved, second)
      .when({ ...approving, version: 2 })
      .satisfies(([event]) =>
        expect(event?.data).toMatchObject({ version: 2, objectives: the.changedContent.objectives }),
      );
    given(drafted, approved)
      .when({ ...approving, version: 2 })
      .refuses('plan/nothing-to-approve');
  });

  it('belongs to one board', () => {
    given(drafted)
      .when({ ...drafting, board: 'otra-mesa' })
      .refuses('plan/taken');
    given().when(approving).refuses('plan/unknown');
  });

  it('is recognised once in a version, by whoever governs', () => {
    const recognising = { do: 'recognise', by: muni, norm: 'RA-041-2025', on: '2025-03-01' } as const;
    given(drafted, approved).when(recognising).then(recognised);
    given(drafted, approved, recognised).when(recognising).changesNothing();
    given(drafted, approved, recognised)
      .when({ ...recognising, norm: 'RA-042-2025' })
      .refuses('plan/recognised');
    given(drafted).when(recognising).refuses('plan/not-approved');
  });

  it.each<[string, PlanContent, string]>([
    ['no objective', { ...content, objectives: [] }, 'plan/no-objectives'],
    ['an end before its beginning', { ...content, until: '2024-12-31' }, 'plan/outside-period'],
    ['a title nobody may read', { ...content, title: 'Llame al 987654321' }, 'plan/bad-name'],
    ['a code twice', withGoal({ id: 'O1' }), 'plan/repeated-code'],
    ['a link to nothing', withObjective({ supports: { plan: 'nacional', objective: 'OE2' } }), 'plan/bad-id'],
    ['a goal after its end', withGoal({ by: '2027-01-01' }), 'plan/outside-period'],
    ['a target that is no number', withGoal({ target: NaN }), 'plan/bad-number'],
    ['an action that ends before it starts', withAction({ due: '2024-12-31' }), 'plan/outside-period'],
    ['half a cent', withAction({ budget: { amount: 0.5, currency: 'PEN' } }), 'plan/bad-money'],
    ['money of no country', withAction({ budget: { amount: 1, currency: 'soles' } }), 'plan/bad-money'],
    ['a day there is not', withAction({ start: '2025-02-30' }), 'plan/bad-day'],
  ])('with %s is refused', (_what, changed, code) => {
    given()
      .when({ ...drafting, ...changed })
      .refuses(code);
  });
});

describe('its actions and goals', () => {
  it('come along, each told anew only when it changed', () => {
    given(drafted, approved).when(progressing).then(actionProgressed);
    given(drafted, approved, actionProgressed).when(progressing).changesNothing();
    given(drafted).when(progressing).refuses('plan/not-approved');
    given(drafted, approved)
      .when({ ...progressing, action: 'A9' })
      .refuses('plan/unknown-action');
  });

  it.each([
    ['in-progress', 100],
    ['done', 99],
    ['in-progress', 101],
    ['in-progress', -1],
    ['in-progress', 0.5],
  ] as const)('are %s at %d per cent: not possible', (state, progress) => {
    given(drafted, approved)
      .when({ ...progressing, state, progress })
      .refuses('plan/bad-progress');
  });

  it('spend in the currency they were given', () => {
    given(drafted, approved)
      .when({ ...progressing, spent: { amount: 1, currency: 'USD' } })
      .refuses('plan/bad-money');
  });

  it('are measured once a day', () => {
    const measuring = { do: 'measure', goal: 'M1', value: 61.5, on: '2025-09-30' } as const;
    given(drafted, approved).when(measuring).then(measured);
    given(drafted, approved, measured).when(measuring).changesNothing();
    given(drafted, approved)
      .when({ ...measuring, goal: 'M9' })
      .refuses('plan/unknown-goal');
    given(drafted, approved)
      .when({ ...measuring, value: Infinity })
      .refuses('plan/bad-number');
  });
});
