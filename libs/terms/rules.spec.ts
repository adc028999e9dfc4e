import { RuleBook, type Calendar, type DatedRule } from './index.js';

const calendar: Calendar = {
  zone: 'America/Lima',
  workdays: [1, 2, 3, 4, 5],
  holidays: [],
  covers: { from: '2015-01-01', to: '2030-12-31' },
};

const rule = (id: string, changes: Partial<DatedRule<string>> = {}): DatedRule<string> => ({
  id,
  version: 1,
  jurisdiction: 'XX',
  trigger: 'asked',
  term: { amount: 48, unit: 'hours' },
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
