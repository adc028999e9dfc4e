import fc from 'fast-check';
import type { Position } from '#event-log';
import { memoryLog } from '#event-log/memory';
import { deriveId } from '#event-log';
import { caseCards } from '../../cases/views/case-card.js';
import { caseId, until } from '../../cases/testing/fixtures.js';
import { applied } from '../testing/applied.js';
import { differences, foldOf, pastOf, within } from './replay.js';

const stream = `case-${caseId}`;
/** Recorded a day after they happened, one a day; the third a week late. */
const days = (index: number) => ({
  effectiveAt: `2025-10-0${index === 2 ? 1 : index + 1}T12:00:00.000Z`,
  recordedAt: `2025-10-0${index === 2 ? 9 : index + 2}T12:00:00.000Z`,
});

async function history() {
  const log = memoryLog();
  const events = until.complained.slice(0, 4).map(({ type, data }, index) => ({
    id: deriveId('audit', index),
    type,
    data,
    metadata: { ...days(index), actor: 'demo', schema: '1' },
  }));
  await log.append(stream, 0, events);
  return log;
}

/** Whatever a view may store: small, so that two are often alike. */
const stored = fc.jsonValue({ maxDepth: 2 }).map((value): unknown => JSON.parse(JSON.stringify(value)));

describe('the past of a stream', () => {
  it.each([
    ['everything', {}, [1, 2, 3, 4]],
    ['what was known by a day: what came late was not', { known: '2025-10-05T12:00:00.000Z' }, [1, 2, 4]],
    ['what had happened by a day: what came late had', { happened: '2025-10-02T12:00:00.000Z' }, [1, 2, 3]],
    ['the very instant belongs to it', { known: '2025-10-02T12:00:00.000Z' }, [1]],
    ['both at once', { known: '2025-10-05T12:00:00.000Z', happened: '2025-10-02T12:00:00.000Z' }, [1, 2]],
    ['a day before the first', { happened: '2025-09-01T00:00:00.000Z' }, []],
  ])('is %s', async (_what, past, revisions) => {
    const log = await history();
    expect((await pastOf(log, stream, past)).map(({ revision }) => revision)).toEqual(revisions);
    await log.close();
  });

  it('goes up to a position, which belongs to it', async () => {
    const log = await history();
    const all = await pastOf(log, stream, {});
    for (const [index, { position }] of all.entries()) {
      expect(await pastOf(log, stream, { position })).toHaveLength(index + 1);
    }
    const [first] = all;
    if (first === undefined) throw new Error('nothing recorded');
    expect(within(first, { position: '' as Position })).toBe(false);
    await log.close();
  });
});

describe('a document as of then', () => {
  it('is what the view people look at would have shown', async () => {
    const log = await history();
    const events = await pastOf(log, stream, {});
    expect(foldOf(caseCards, caseId, events)).toMatchObject({ status: 'open', revision: 4 });
    expect(foldOf(caseCards, caseId, events.slice(0, 1))).toMatchObject({ types: [], revision: 1 });
    expect(foldOf(caseCards, caseId, [])).toBeUndefined();
    expect(foldOf(caseCards, 'another', events)).toBeUndefined();
    await log.close();
  });
});

describe('what makes two documents differ', () => {
  it('is named field by field, in order, with what is not there as null', () => {
    expect(differences({ b: 1, a: { x: [1, 2] }, same: 0 }, { a: { x: [1, 3, 4] }, c: true, same: 0 })).toEqual([
      { field: '/a/x/1', change: 'changed', before: 2, after: 3 },
      { field: '/a/x/2', change: 'added', before: null, after: 4 },
      { field: '/b', change: 'removed', before: 1, after: null },
      { field: '/c', change: 'added', before: null, after: true },
    ]);
  });

  it('is the whole where one of them is not there', () => {
    expect(differences(undefined, { a: 1 })).toEqual([{ field: '/', change: 'added', before: null, after: { a: 1 } }]);
    expect(differences(undefined, undefined)).toEqual([]);
  });

  it('is nothing for the same, and never nothing for another', () => {
    fc.assert(
      fc.property(stored, stored, (one, other) => {
        expect(differences(one, structuredClone(one))).toEqual([]);
        const same = JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
        expect(differences(one, other).length === 0).toBe(same);
      }),
      { numRuns: 500, examples: [[{}, []]] },
    );
  });
});

describe('differences, applied to the one', () => {
  it('give the other, whatever the names of fields', () => {
    const names = fc.constantFrom('a', 'b', 'a/b', '~', '~1');
    const values = fc.oneof(fc.constantFrom(null, 1, 'x'), fc.array(fc.constantFrom(1, 2, null), { maxLength: 3 }));
    const documents = fc.dictionary(names, fc.oneof(values, fc.dictionary(names, values)));
    fc.assert(
      fc.property(documents, documents, (one, other) => {
        expect(sorted(applied(one, differences(one, other)))).toEqual(sorted(plain(other)));
      }),
      { numRuns: 500 },
    );
  });
});

/** The same value with its fields in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, field]) => [name, sorted(field)]),
  );
}

/** Without the prototypes that generated values may lack. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
