import { specification } from '#decider/specification';
import {
  holdNormRows,
  holdNorms,
  jurisdictionIds,
  requestDeadline,
  requestRules,
  recordClasses,
  retentionEnd,
  retentionSchedule,
} from '../../protocol/index.js';
import * as the from '../testing/fixtures.js';
import { requestDecider } from './request.js';

const { given } = specification(requestDecider);
const { clock, ...asked } = the.received.data;
const receive = { do: 'receive', ...asked } as const;
const answer = {
  do: 'answer',
  institution: 'pe-150112-municipalidad',
  outcome: 'PARTLY',
  reason: 'LEGAL_DUTY',
} as const;
const due = clock?.due ?? '';

describe('a request of a person about their data', () => {
  it('has the clock of what is asked', () => {
    given().when(receive).then(the.received);
    given()
      .when({ ...receive, right: 'ACCESS' })
      .satisfies(([event]) =>
        expect(event?.data).toMatchObject({ clock: { rule: 'PE-D01b', due: '2025-10-31T04:59:59.999Z' } }),
      );
    given(the.received).when(receive).refuses('request/taken');
    given()
      .when({ ...receive, right: 'REVENGE' })
      .refuses('code/not-listed');
    given()
      .when({ ...receive, country: 'XX' })
      .refuses('request/unknown-country');
  });

  it('has no clock where no rule covers its day', () => {
    given()
      .when(receive, { effectiveAt: '2014-12-31T15:00:00.000Z' })
      .then({ type: 'RightsRequestReceived', data: asked });
  });

  it('is late once, when its day has gone by without an answer', () => {
    given(the.received).when({ do: 'overdue', due }).then(the.overdue);
    given(the.received, the.overdue).when({ do: 'overdue', due }).changesNothing();
    given(the.received, the.answered).when({ do: 'overdue', due }).changesNothing();
    given().when({ do: 'overdue', due }).refuses('request/unknown');
  });

  it('is answered once, with a reason where it is not granted whole', () => {
    given(the.received).when(answer).then(the.answered);
    given(the.received)
      .when(answer, { effectiveAt: '2025-10-17T05:00:00.000Z' })
      .then({ ...the.answered, data: { ...the.answered.data, late: true } });
    given(the.received, the.answered).when(answer).changesNothing();
    const bare = { do: 'answer', institution: answer.institution } as const;
    given(the.received, the.answered)
      .when({ ...bare, outcome: 'GRANTED' })
      .refuses('request/answered');
    given(the.received)
      .when({ ...bare, outcome: 'DENIED' })
      .refuses('request/no-reason');
    given(the.received)
      .when({ ...bare, outcome: 'SURELY' })
      .refuses('code/not-listed');
  });
});

describe('the law of data, as data', () => {
  it.each([...jurisdictionIds()])('has terms, retention and holds for %s, none of it called checked', (country) => {
    const at = '2025-10-01T15:00:00.000Z';
    for (const right of ['ACCESS', 'RECTIFICATION', 'CANCELLATION', 'OPPOSITION']) {
      expect(requestDeadline(country, right, at)?.rule).toMatchObject({ jurisdiction: country, verified: false });
    }
    for (const { code } of recordClasses.entries) {
      expect(retentionEnd(country, code, at)?.rule).toMatchObject({ jurisdiction: country, verified: false });
    }
    const lines = retentionSchedule(country);
    expect(lines.map((line) => line.class)).toEqual(recordClasses.entries.map(({ code }) => code));
    for (const { norm, legalRef, months } of lines) expect([norm, legalRef, months > 0]).not.toContain('');
    expect(Object.keys(holdNormRows[country] ?? {}).sort()).toEqual(holdNorms.entries.map(({ code }) => code).sort());
    for (const { source } of requestRules(country).rules) expect(source).toMatch(/\S/);
  });

  it('goes by the regulation of the day', () => {
    expect(requestDeadline('PE', 'ACCESS', '2025-03-29T15:00:00.000Z')?.rule.id).toBe('PE-D01a');
    expect(requestDeadline('PE', 'ACCESS', '2025-03-30T15:00:00.000Z')?.rule.id).toBe('PE-D01b');
  });
});
