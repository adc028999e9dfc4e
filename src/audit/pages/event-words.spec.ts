import { agreementFacts } from '../../boards/published/agreement-facts.js';
import { boardFacts } from '../../boards/published/facts.js';
import { planFacts } from '../../boards/published/plan-facts.js';
import { sessionFacts } from '../../boards/published/session-facts.js';
import { agreementEvents } from '../../boards/domain/agreement-events.js';
import { boardEvents } from '../../boards/domain/events.js';
import { planEvents } from '../../boards/domain/plan-events.js';
import { sessionEvents } from '../../boards/domain/session-events.js';
import { caseEvents } from '../../cases/domain/events.js';
import { caseFacts } from '../../cases/published/facts.js';
import { directoryFacts } from '../../directory/published/facts.js';
import { referralEvents } from '../../referrals/domain/events.js';
import { referralFacts } from '../../referrals/published/facts.js';
import { eventName } from './event-words.js';

describe('What auditors replay', () => {
  it.each(
    Object.entries({
      ...{ agreementEvents, boardEvents, caseEvents, planEvents, referralEvents, sessionEvents },
      ...{ agreementFacts, boardFacts, caseFacts, directoryFacts, planFacts, referralFacts, sessionFacts },
    }),
  )('has a name for each of the %s', (_, { types }) => {
    expect(types.length).toBeGreaterThan(0);
    expect(types.filter((type) => eventName(type) === type)).toEqual([]);
  });
});
