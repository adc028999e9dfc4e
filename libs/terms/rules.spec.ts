import { RuleBook, withOverrides, type Calendar, type DatedRule, type Duty } from './index.js';

const calendar: Calendar = {
  zone: 'America/Lima',
  workdays: [1, 2, 3, 4, 5],
  holidays: [],
  covers: { from: '2015-01-01', to: '2030-12-31' },
};

const duty = (id: string, changes: Partial<Duty<string>> = {}): Duty<string> => ({
  id,
  version: 1,
  jurisdiction: 'XX',
  trigger: 'asked',
  actor: 'CLERK',
  stop: 'answered',
  validFrom: '2020-01-01',
  legalRef: 'art. 1',
  norm: 'Law 1',
  verified: true,
  source: 'test',
  value: id,
  ...changes,
});
const rule = (id: string, changes: Partial<DatedRule<string>> = {}): DatedRule<string> => ({
  ...duty(id),
  term: { amount: 48, unit: 'hours' },
  ...changes,
});
const noon = (day: string) => `${day}T17:00:00.000Z`;

describe('a rule book', () => {
  it('chooses by the local day of the trigger, both ends included', () => {
    const book = new RuleBook(
      [rule('old', { validTo: '2021-06-30' }), rule('new', { validFrom: '2021-07-01' })],
      calendar,
    );
    const chosen = (at: string) => book.select('asked', at, {})?.rule.id;
    expect(chosen('2020-01-01T05:00:00.000Z')).toBe('old');
    expect(chosen('2020-01-01T04:59:59.999Z')).toBeUndefined();
    expect(chosen('2021-07-01T04:59:59.999Z')).toBe('old');
    expect(chosen('2021-07-01T05:00:00.000Z')).toBe('new');
  });

  it('answers nothing in a gap, for another trigger, and for facts no rule covers', () => {
    const book = new RuleBook(
      [rule('a', { validTo: '2020-12-31', condition: { size: ['small'] } }), rule('b', { validFrom: '2022-01-01' })],
      calendar,
    );
    expect(book.select('asked', noon('2021-05-01'), {})).toBeUndefined();
    expect(book.select('told', noon('2022-05-01'), {})).toBeUndefined();
    expect(book.select('asked', noon('2020-05-01'), { size: 'large' })).toBeUndefined();
    expect(book.select('asked', noon('2020-05-01'), {})).toBeUndefined();
    expect(book.select('asked', noon('2020-05-01'), { size: 'small' })?.rule.id).toBe('a');
  });

  it('lets the shorter of several in force win, by due instant and not by unit', () => {
    const book = new RuleBook(
      [
        rule('hours', { term: { amount: 30, unit: 'hours' } }),
        rule('days', { term: { amount: 1, unit: 'days' } }),
        rule('tie', { term: { amount: 30, unit: 'hours' } }),
      ],
      calendar,
    );
    expect(book.select('asked', '2024-05-06T13:00:00.000Z', {})).toMatchObject({
      rule: { id: 'hours' },
      from: '2024-05-06T13:00:00.000Z',
      due: '2024-05-07T19:00:00.000Z',
    });
    expect(book.select('asked', '2024-05-07T04:00:00.000Z', {})?.rule.id).toBe('days');
  });

  it('keeps the steps a trigger starts apart', () => {
    const book = new RuleBook(
      [rule('a'), rule('b', { term: { amount: 2, unit: 'hours' } }), rule('c', { stop: 'closed' })],
      calendar,
    );
    const at = noon('2024-05-06');
    expect(book.started('asked', at, {}).map((deadline) => deadline.rule.id)).toEqual(['b', 'c']);
    expect(book.select('asked', at, {}, 'closed')?.rule.id).toBe('c');
    expect(book.select('asked', at, {})?.rule.id).toBe('b');
  });

  it('lets the earliest bind when two regimes run from different triggers', () => {
    const book = new RuleBook(
      [rule('late', { trigger: 'received', term: { amount: 1, unit: 'hours' } }), rule('early')],
      calendar,
    );
    const received = noon('2024-05-09');
    expect(book.binding('answered', { received, asked: noon('2024-05-06') }, {})?.rule.id).toBe('early');
    expect(book.binding('answered', { received, asked: undefined }, {})?.rule.id).toBe('late');
    expect(book.binding('answered', {}, {})).toBeUndefined();
  });

  it('starts new clocks under the highest version and still finds the older', () => {
    const book = new RuleBook(
      [
        rule('a', { version: 2, term: { amount: 3, unit: 'hours' } }),
        rule('a'),
        rule('b', { validFrom: '2029-01-01' }),
      ],
      calendar,
    );
    expect(book.select('asked', noon('2024-05-06'), {})?.rule.version).toBe(2);
    expect(book.rule('a', 1)?.term.amount).toBe(48);
    expect(book.rule('a', 3)).toBeUndefined();
  });

  it('refuses a row given twice, and one that ends before it begins', () => {
    expect(() => new RuleBook([rule('a'), rule('a')], calendar)).toThrow(RangeError);
    expect(() => new RuleBook([rule('a', { validTo: '2019-12-31' })], calendar)).toThrow(RangeError);
  });
});

describe('a book whose rows set no term', () => {
  const untimed = duty('keep', { trigger: 'ordered', stop: 'kept', validTo: '2024-12-31' });
  const book = new RuleBook([rule('a')], calendar, [untimed]);

  it('tells what is owed, without a due time, and starts no clock for it', () => {
    const owed = book.obligations('ordered', noon('2024-05-06'), {});
    expect(owed).toEqual([{ rule: untimed, from: noon('2024-05-06') }]);
    expect(Object.keys(owed[0] ?? {})).not.toContain('due');
    expect(book.started('ordered', noon('2024-05-06'), {})).toEqual([]);
    expect(book.binding('kept', { ordered: noon('2024-05-06') }, {})).toBeUndefined();
  });

  it('chooses them by day and condition as it does rules', () => {
    expect(book.obligations('ordered', noon('2025-01-01'), {})).toEqual([]);
    const small = new RuleBook([], calendar, [{ ...untimed, condition: { size: ['small'] } }]);
    expect(small.obligations('ordered', noon('2024-05-06'), {})).toEqual([]);
    expect(small.obligations('ordered', noon('2024-05-06'), { size: 'small' })).toHaveLength(1);
  });

  it('refuses a row that has a term and has none', () => {
    expect(() => new RuleBook([rule('keep')], calendar, [untimed])).toThrow('keep has a term and has none');
    expect(() => new RuleBook([], calendar, [untimed, untimed])).toThrow(RangeError);
  });
});

describe('a clock that runs', () => {
  const rows = [
    rule('long', { condition: { size: ['small', 'unknown'] } }),
    rule('short', { condition: { size: ['large'] }, term: { amount: 2, unit: 'hours' } }),
    rule('told', { trigger: 'told', term: { amount: 30, unit: 'hours' } }),
  ];
  const book = new RuleBook(rows, calendar);
  const at = noon('2024-05-06');
  const started = (facts: Record<string, string>) => {
    const deadline = book.select('asked', at, facts);
    if (deadline === undefined) throw new Error('no rule');
    return deadline;
  };

  it('moves with new facts from the same trigger, and keeps every due time it had', () => {
    const first = started({ size: 'unknown' });
    const second = book.recomputed(first, { size: 'large' });
    expect(second).toMatchObject({ rule: { id: 'short' }, from: at, due: '2024-05-06T19:00:00.000Z', before: [first] });
    const third = book.recomputed(second, { size: 'small' });
    expect(third.due).toBe(first.due);
    expect(third.before.map(({ due }) => due)).toEqual([first.due, second.due]);
    expect(book.recomputed(third, { size: 'small' })).toEqual(third);
  });

  it('stays where no rule applies to the new facts: what was promised does not vanish', () => {
    const first = started({ size: 'small' });
    expect(book.recomputed(first, { size: 'enormous' })).toEqual({ ...first, before: [] });
    expect(book.recomputed(first, {})).toEqual({ ...first, before: [] });
  });

  it('is held against everything that happened, where it may run from another trigger', () => {
    const first = started({ size: 'small' });
    const happened = { asked: at, told: noon('2024-05-06') };
    expect(book.recomputed(first, { size: 'small' }, happened)).toMatchObject({
      rule: { id: 'told' },
      before: [first],
    });
    expect(book.recomputed(first, { size: 'large' }, happened).rule.id).toBe('short');
  });

  it('keeps the version of its row when that is corrected, and stays with it where another gives the same time', () => {
    const first = started({ size: 'small' });
    const corrected = new RuleBook(
      [
        rule('twin'),
        ...rows,
        rule('long', { version: 2, condition: { size: ['small'] }, term: { amount: 1, unit: 'hours' } }),
      ],
      calendar,
    );
    expect(corrected.recomputed(first, { size: 'unknown' })).toEqual({ ...first, before: [] });
    expect(corrected.recomputed(first, { size: 'large' }).rule).toMatchObject({ id: 'short', version: 1 });
    expect(corrected.select('asked', at, { size: 'small' })?.rule).toMatchObject({ id: 'long', version: 2 });
    const twin = { ...first.rule, trigger: 'told', id: 'other' };
    const both = new RuleBook([twin, ...rows], calendar);
    expect(both.recomputed(first, { size: 'small' }, { told: at, asked: at }).rule.id).toBe('told');
    const alone = new RuleBook([twin, ...rows.slice(0, 2)], calendar);
    expect(alone.recomputed(first, { size: 'small' }, { told: at, asked: at })).toEqual({ ...first, before: [] });
  });
});

describe('a rule that repeats', () => {
  const every = (id: string, amount: number, changes: Partial<DatedRule<string>> = {}) =>
    rule(id, { repeats: true, term: { amount, unit: 'months' }, ...changes });
  const book = new RuleBook(
    [
      every('half-yearly', 6),
      every('quarterly', 3, { condition: { size: ['large'] } }),
      rule('once', { stop: 'told' }),
    ],
    calendar,
  );

  it('falls due again from where it fell due, month by month, whenever it was done', () => {
    const dues: string[] = [];
    let period = book.select('asked', noon('2024-01-15'), {}, 'answered');
    while (period !== undefined && dues.length < 4) {
      dues.push(period.due);
      period = book.next(period, {});
    }
    expect(dues).toEqual([
      '2024-07-16T04:59:59.999Z',
      '2025-01-16T04:59:59.999Z',
      '2025-07-16T04:59:59.999Z',
      '2026-01-16T04:59:59.999Z',
    ]);
  });

  it('runs the next period under the facts of then', () => {
    const first = book.select('asked', noon('2024-01-15'), {}, 'answered');
    const second = first && book.next(first, { size: 'large' });
    expect(second).toMatchObject({ rule: { id: 'quarterly' }, from: first?.due, due: '2024-10-16T04:59:59.999Z' });
  });

  it('ends with its rule, and one that does not repeat has no next', () => {
    const once = book.select('asked', noon('2024-01-15'), {}, 'told');
    expect(once && book.next(once, {})).toBeUndefined();
    const ended = new RuleBook([every('ended', 6, { validTo: '2024-03-31' })], calendar);
    const last = ended.select('asked', noon('2024-01-15'), {});
    expect(last?.due).toBe('2024-07-16T04:59:59.999Z');
    expect(last && ended.next(last, {})).toBeUndefined();
  });
});

describe('a book in a region', () => {
  const decree = { kind: 'add', name: 'Local day', source: 'Decree 1' } as const;
  const local = withOverrides(calendar, [
    { ...decree, date: '2024-05-07', region: '08' },
    { ...decree, kind: 'remove', date: '2024-05-08', region: '0801' },
    { ...decree, date: '2024-05-08', region: '08' },
  ]);
  const book = new RuleBook([rule('days', { term: { amount: 1, unit: 'business-days' } })], local);
  const due = (where: RuleBook<string>) => where.select('asked', noon('2024-05-06'), {})?.due;

  it('counts its free days, the narrower region last, and nowhere else', () => {
    expect(due(book)).toBe('2024-05-08T04:59:59.999Z');
    expect(due(book.in('150101'))).toBe('2024-05-08T04:59:59.999Z');
    expect(due(book.in('081003'))).toBe('2024-05-10T04:59:59.999Z');
    expect(due(book.in('080106'))).toBe('2024-05-09T04:59:59.999Z');
  });

  it('is the same book where the region has no days of its own, and is made once where it has', () => {
    expect(book.in('150101')).toBe(book);
    expect(book.in('081003')).toBe(book.in('081003'));
  });
});
