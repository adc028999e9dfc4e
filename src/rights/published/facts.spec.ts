import { factOf, tellsOnly } from '../../../test/history/canaries.js';
import { completeRequest, completeSubject } from '../testing/complete.js';
import { person, requestId } from '../testing/fixtures.js';
import { requestPublication, subjectPublication } from './facts.js';

const subject = `subject-${person}`;
const request = `request-${requestId}`;

it('tells that data were erased, and of what else is held of a person nothing', () => {
  expect(factOf(subjectPublication, subject, 'SubjectErased', completeSubject.SubjectErased)).toEqual({
    type: 'SubjectErased.v1',
    data: { person, country: 'PE', institution: 'pe-150112-cem', categories: ['narrative', 'aggressor'] },
  });
});

it('tells how requests are answered, and not whose they were', () => {
  const received = factOf(requestPublication, request, 'RightsRequestReceived', completeRequest.RightsRequestReceived);
  const answered = factOf(requestPublication, request, 'RightsRequestAnswered', completeRequest.RightsRequestAnswered);
  expect(received?.data).toMatchObject({ request: requestId, right: 'CANCELLATION', due: '2025-10-17T04:59:59.999Z' });
  expect(answered?.data).toMatchObject({ request: requestId, outcome: 'PARTLY', late: false });
  expect(JSON.stringify([received, answered])).not.toContain(person);
});

describe('facts of erasures tell codes only', () => {
  tellsOnly(subjectPublication, subject, completeSubject, {
    SubjectErased: { coded: ['person', 'country', 'institution', 'categories[]'] },
  });
});

describe('facts of requests tell codes only', () => {
  tellsOnly(requestPublication, request, completeRequest, {
    RightsRequestReceived: { coded: ['country', 'institution', 'right', 'clock.due'] },
    RightsRequestAnswered: { coded: ['institution', 'right', 'outcome'] },
  });
});
