import { specification } from '#decider/specification';
import * as the from '../testing/community-fixtures.js';
import { alertDecider } from './alert.js';
import { without } from './community-without.js';

const { given } = specification(alertDecider);
const { answered, cameBack, closed, demuna, raised, raising, referred, taken } = the;
const at = '2025-10-01T15:00:00.000Z';
const due = raised.data.deadline?.due ?? '';
const institution = demuna;

describe('an alert', () => {
  it('is given once, and due by the rule of the day', () => {
    given().when(raising, { effectiveAt: at, recordedAt: at }).then(raised);
    given(raised).when(raising).refuses('alert/exists');
  });

  it('that is history calls nobody', () => {
    const data = without(raised.data, 'deadline');
    given()
      .when(raising, { origin: 'import' })
      .then({ ...raised, data });
  });

  it('is about a matter, a place and a kind of source from closed lists', () => {
    for (const change of [{ topic: 'HER_NAME' }, { source: 'HER_AUNT' }]) {
      given()
        .when({ ...raising, ...change })
        .refuses('code/not-listed');
    }
    given()
      .when({ ...raising, place: 'la casa azul' })
      .refuses('community/bad-code');
  });

  it('is looked at, then answered, handed on or closed with a reason', () => {
    const handed = without(referred.data, 'institution');
    given(raised).when({ do: 'take', institution }).then(taken);
    given(raised, taken).when({ do: 'take', institution }).changesNothing();
    given(raised, taken)
      .when({ do: 'refer', institution, ...handed })
      .then(referred);
    given(raised).when({ do: 'answer', institution, answer: 'PATROLLED' }).then(answered);
    given(raised).when({ do: 'close', institution, reason: 'NOT_CONFIRMED' }).then(closed);
    given(raised).when({ do: 'close', institution, reason: 'NO_TIME' }).refuses('code/not-listed');
    given().when({ do: 'take', institution }).refuses('alert/unknown');
  });

  it.each([referred, answered, closed])('is over once it is over', (end) => {
    given(raised, end).when({ do: 'take', institution }).refuses('alert/over');
    given(raised, end).when({ do: 'come-back', due }).changesNothing();
  });

  it('comes back unanswered, once for each time it was due, also when somebody only looks at it', () => {
    const back = { do: 'come-back', due } as const;
    const recordedAt = '2025-10-10T05:00:00.000Z';
    given(raised).when(back, { effectiveAt: due, recordedAt }).then(cameBack);
    given(raised, taken).when(back, { effectiveAt: due, recordedAt }).then(cameBack);
    given(raised, cameBack).when(back).changesNothing();
    given(raised, cameBack)
      .when({ do: 'come-back', due: cameBack.data.deadline?.due ?? '' })
      .satisfies(([event]) => expect(event?.data).toMatchObject({ times: 2, to: demuna }));
  });
});
