import { deriveId } from '#decider';
import { BadOverrides } from '#terms';
import {
  adopt,
  bolivia,
  consentUntil,
  contactAttempts,
  deadlines,
  hasCode,
  helpReceived,
  jurisdiction,
  ladderOf,
  newViolence,
  obligations,
  peru,
  personReached,
  publicCode,
  rebound,
  startClocks,
  unsafeToReach,
  withHolidayFile,
} from './index.js';

const complaint = '2024-05-06T15:00:00.000Z';
const receipt = '2024-05-06T20:00:00.000Z';

describe('a clock and a new level of risk', () => {
  const happened = { 'complaint-received': complaint, 'report-received-by-court': receipt };

  it('is bound anew from when the court took knowledge, not from the assessment', () => {
    const first = rebound('PE', 'measures-issued', happened, { risk: 'UNDETERMINED' });
    expect(first).toMatchObject({ rule: { id: 'PE-05h' }, from: receipt, due: '2024-05-08T20:00:00.000Z' });
    const running = { rule: 'PE-05h', version: 1 };
    const second = rebound('PE', 'measures-issued', happened, { risk: 'SEVERE' }, running);
    expect(second).toMatchObject({ rule: { id: 'PE-05g' }, from: receipt, due: '2024-05-07T20:00:00.000Z' });
  });

  it('keeps its rule where that still applies, and has none to move to where no row covers what is known', () => {
    const running = { rule: 'PE-05f', version: 1 };
    expect(rebound('PE', 'measures-issued', happened, { risk: 'MILD' }, running)?.rule.id).toBe('PE-05f');
    expect(rebound('PE', 'measures-issued', happened, {}, running)).toBeUndefined();
    expect(() => rebound('PE', 'measures-issued', happened, {}, { rule: 'XX-01', version: 1 })).toThrow(RangeError);
  });

  it('is held against the stricter of two regimes', () => {
    const in2020 = {
      'complaint-received': '2020-06-01T15:00:00.000Z',
      'report-received-by-court': '2020-06-02T13:00:00.000Z',
    };
    const running = { rule: 'PE-05e', version: 1 };
    for (const risk of ['MILD', 'SEVERE', 'UNDETERMINED']) {
      expect(rebound('PE', 'measures-issued', in2020, { risk }, running)?.due).toBe('2020-06-02T15:00:00.000Z');
    }
  });

  it('counts the free days of the place it runs in', () => {
    const attended = { 'referral-attended': '2025-07-14T14:00:00.000Z' };
    const running = { rule: 'BO-P08a', version: 1 };
    const due = (district?: string) =>
      rebound('BO', 'referral-reported-back', attended, {}, { ...running, ...(district ? { district } : {}) })?.due;
    expect(due()).toBe('2025-07-22T03:59:59.999Z');
    expect(due('020105')).toBe('2025-07-23T03:59:59.999Z');
  });
});

describe('a clock', () => {
  const starting = {
    country: 'PE',
    happened: 'complaint-received',
    at: complaint,
    facts: {},
    institution: 'org-1',
    commandId: 'c-1',
    imported: false,
  } as const;

  it('is written down whole: its rule, its version, its due, and whom it calls', () => {
    expect(startClocks(starting)).toEqual([
      {
        clock: deriveId('c-1', 'PE-03'),
        rule: 'PE-03',
        version: 1,
        waitsFor: 'report-received-by-court',
        institution: 'org-1',
        from: complaint,
        due: '2024-05-07T15:00:00.000Z',
        rungs: [
          { rung: 1, role: 'OWNER', at: '2024-05-07T03:00:00.000Z' },
          { rung: 2, role: 'SUPERVISOR', at: '2024-05-07T15:00:00.000Z' },
          { rung: 3, role: 'COORDINATOR', at: '2024-05-08T03:00:00.000Z' },
        ],
      },
    ]);
  });

  it('calls nobody for history brought in from elsewhere', () => {
    expect(startClocks({ ...starting, imported: true }).map(({ rungs }) => rungs)).toEqual([[]]);
  });

  it('calls sooner where the norm says at once', () => {
    const [alert] = deadlines('PE', 'breach-known', complaint, {});
    expect(alert?.rule.value).toMatchObject({ policy: true, says_es: 'de inmediato' });
    expect(alert && ladderOf('PE', alert).map(({ at }) => at)).toEqual([
      complaint,
      '2024-05-07T03:00:00.000Z',
      '2024-05-07T15:00:00.000Z',
    ]);
  });

  it('counts business days in its district', () => {
    const at = '2025-07-14T14:00:00.000Z';
    const started = { ...starting, country: 'BO', happened: 'referral-attended', at } as const;
    expect(startClocks(started)[0]?.due).toBe('2025-07-22T03:59:59.999Z');
    expect(startClocks({ ...started, district: '020105' })[0]?.due).toBe('2025-07-23T03:59:59.999Z');
  });

  it('is none where the norm sets no term: that is owed all the same', () => {
    expect(deadlines('PE', 'first-level-done', complaint, {})).toEqual([]);
    expect(obligations('PE', 'first-level-done', complaint, {})).toMatchObject([
      { rule: { id: 'PE-23', stop: 'second-level-given', value: { says_es: 'según el plan' } }, from: complaint },
    ]);
  });
});

describe('the decreed days of a deployment', () => {
  const row = { kind: 'add', date: '2030-10-07', name: 'Día no laborable', source: 'DS 1' };
  const filed = { referral: '2030-10-04T15:00:00.000Z' };
  const due = (of: typeof peru, district = '') =>
    of.rules.in(district).select('appeal-filed', filed.referral, {}, 'appeal-granted')?.due;

  it('hold from a file, without code, for the whole country or a part of it', () => {
    expect(due(peru)).toBe('2030-10-11T04:59:59.999Z');
    const edited = withHolidayFile(peru, JSON.stringify([row]));
    expect(due(edited)).toBe('2030-10-12T04:59:59.999Z');
    expect(edited.calendar.holidays.find(({ date }) => date === '2030-10-07')).toEqual({
      date: '2030-10-07',
      name: 'Día no laborable',
      source: 'DS 1',
    });
    const inCusco = withHolidayFile(peru, JSON.stringify([{ ...row, region: '08' }]));
    expect([due(inCusco), due(inCusco, '081003')]).toEqual([due(peru), due(edited)]);
    expect(due(peru)).toBe('2030-10-11T04:59:59.999Z');
  });

  it('give way to the later word: a day decreed free before can be worked again', () => {
    const again = withHolidayFile(peru, JSON.stringify([{ ...row, kind: 'remove', date: '2024-10-07' }]));
    const from = '2024-10-04T15:00:00.000Z';
    const appeal = (of: typeof peru) => of.rules.select('appeal-filed', from, {}, 'appeal-granted')?.due;
    expect([appeal(peru), appeal(again)]).toEqual(['2024-10-12T04:59:59.999Z', '2024-10-11T04:59:59.999Z']);
  });

  it('are refused whole with every faulty row', () => {
    const text = JSON.stringify([row, { ...row, date: '2046-01-01' }]);
    expect(() => withHolidayFile(peru, text)).toThrow(BadOverrides);
    expect(() => withHolidayFile(peru, text)).toThrow('row 2: date is not from 2015-01-01 to 2045-12-31');
  });

  it('count for the process that adopts them', () => {
    const text = JSON.stringify([row]);
    try {
      adopt(withHolidayFile(peru, text));
      expect(deadlines('PE', 'appeal-filed', filed.referral, {})[0]?.due).toBe('2030-10-12T04:59:59.999Z');
    } finally {
      adopt(peru);
    }
    expect(deadlines('PE', 'appeal-filed', filed.referral, {})[0]?.due).toBe('2030-10-11T04:59:59.999Z');
    expect(() => adopt({ ...peru, id: 'XX' })).toThrow(RangeError);
    expect(jurisdiction('BO')).toBe(bolivia);
  });
});

describe('a network’s own rules of handing on', () => {
  it('end a consent with the local day, on the last of a shorter month', () => {
    expect(consentUntil('PE', '2023-09-01T04:59:59.999Z')).toBe('2024-03-01T04:59:59.999Z');
    expect(consentUntil('BO', '2023-09-01T04:59:59.999Z')).toBe('2024-03-02T03:59:59.999Z');
  });

  it('are data of the country, not checked against any norm', () => {
    const twice = { ...peru, handover: { ...peru.handover, contactAttempts: 2 } };
    try {
      adopt(twice);
      expect([contactAttempts('PE'), contactAttempts('BO')]).toEqual([2, 3]);
    } finally {
      adopt(peru);
    }
    expect(peru.handover.verified).toBe(false);
    expect(() => contactAttempts('XX')).toThrow(RangeError);
  });
});

describe('what capabilities take from the lists', () => {
  it.each(['PE', 'BO'])('stands in the lists of %s', (country) => {
    const { codes } = jurisdiction(country);
    const drawn: readonly (readonly [string, readonly string[]])[] = [
      ['conditions', newViolence],
      ['outcomes', helpReceived],
      ['contactResults', personReached],
      ['contactResults', unsafeToReach],
    ];
    for (const [name, wanted] of drawn) {
      const list = codes[name];
      for (const each of wanted) expect(list && hasCode(list, each)).toBe(true);
    }
  });

  it('gives a case the code of its local year', () => {
    // New Year in La Paz comes an hour before Lima's.
    const at = '2026-01-01T04:30:00.000Z';
    const id = '00000000-0000-8000-8000-000000000001';
    expect(publicCode(id, at, 'BO').slice(0, 2)).toBe('26');
    expect(publicCode(id, at, 'PE').slice(0, 2)).toBe('25');
  });
});
