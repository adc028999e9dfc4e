import { factOf, tellsOnly } from '../../../test/history/canaries.js';
import { completeAgreement, completePlan, completeSession } from '../testing/complete.js';
import { agreementId, planId, sessionId } from '../testing/session-fixtures.js';
import { agreementPublication } from './agreement-facts.js';
import { planPublication } from './plan-facts.js';
import { sessionPublication } from './session-facts.js';

describe('facts of sessions tell codes only', () => {
  tellsOnly(sessionPublication, `session-${sessionId}`, completeSession, {
    SessionConvened: { coded: ['board', 'at'] },
    SessionPostponed: { coded: ['board', 'was', 'at'] },
    SessionCancelled: { coded: ['board', 'at'] },
    SessionClosed: { coded: ['board', 'at', 'seated[]', 'present[].organization'] },
    MinutesRecorded: { coded: ['board', 'number', 'digest'] },
  });
});

describe('facts of agreements tell codes, and the text the board agreed on', () => {
  tellsOnly(agreementPublication, `agreement-${agreementId}`, completeAgreement, {
    AgreementAdopted: {
      coded: ['board', 'session', 'owner', 'due', 'dueAt', 'indicator', 'serves.plan', 'serves.action'],
      named: ['text'],
    },
    AgreementCarriedOver: { coded: ['board', 'session'] },
    AgreementProgressed: { coded: ['board'] },
    AgreementRescheduled: { coded: ['board', 'was', 'due', 'dueAt'] },
    AgreementLate: { coded: ['board', 'owner', 'due', 'dueAt'] },
    AgreementDone: { coded: ['board', 'evidence'] },
    AgreementCancelled: { coded: ['board'] },
  });
});

describe('facts of plans tell codes, and titles everybody may read', () => {
  const objective = 'objectives[]';
  const goal = `${objective}.goals[]`;
  const action = `${goal}.actions[]`;
  const of = (path: string, ...names: readonly string[]) => names.map((name) => `${path}.${name}`);
  tellsOnly(planPublication, `plan-${planId}`, completePlan, {
    PlanApproved: {
      coded: [
        ...['board', 'country', 'territory[]', 'from', 'until', 'norm', 'on'],
        ...of(objective, 'id', 'supports.plan', 'supports.objective'),
        ...of(goal, 'id', 'indicator', 'unit', 'by'),
        ...of(action, 'id', 'responsible', 'start', 'due', 'budget.currency'),
      ],
      named: ['title', `${objective}.title`, `${goal}.title`, `${action}.title`],
    },
    PlanRecognised: { coded: ['board', 'by', 'norm', 'on'] },
    PlanActionProgressed: { coded: ['board', 'action', 'spent.currency', 'evidence'] },
    GoalMeasured: { coded: ['board', 'goal', 'on'] },
  });
});

it('a session that ended tells who came of whom, and whether they were enough', () => {
  const { present, ...held } = completeSession.SessionClosed;
  const told = (came: typeof present) =>
    factOf(sessionPublication, `session-${sessionId}`, 'SessionClosed', { ...held, present: came })?.data;
  expect(told(present)).toMatchObject({ session: sessionId, quorum: 3, quorate: true, present });
  expect(told(present.slice(1))).toMatchObject({ quorate: false });
});
