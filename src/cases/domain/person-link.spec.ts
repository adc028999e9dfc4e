import fc from 'fast-check';
import { type EventOf, Refusal } from '#decider';
import { catchUp, compareViews, rebuild } from '#projection';
import { memoryViews } from '#projection/memory';
import { memoryLog } from '#event-log/memory';
import { handle } from '#event-log';
import { specification } from '#decider/specification';
import { count } from '../published/counting.js';
import { personLinks } from '../views/person-links.js';
import { linkId, pairOf, type PersonLinkCommand, personLinkDecider, type PersonLinkEvents } from './person-link.js';

const { given } = specification(personLinkDecider);
const [a, b] = ['e0000000-0000-8000-8000-00000000000a', 'e0000000-0000-8000-8000-00000000000b'];
const persons = pairOf(b, a);
const institution = 'pe-150112-cem';
const link = { do: 'link', persons, country: 'PE', institution, reason: 'SHE_SAID' } as const;
const flag = { do: 'flag', persons, strength: 'name' } as const;
const [unlink, dismiss] = (['unlink', 'dismiss'] as const).map((what) => ({ do: what, persons, institution }) as const);

type Event = EventOf<PersonLinkEvents>;
const found: Event = { type: 'SimilarPersonsFound', data: { persons, strength: 'name' } };
const linked: Event = { type: 'PersonsLinked', data: { persons, country: 'PE', institution, reason: 'SHE_SAID' } };
const unlinked: Event = { type: 'PersonsUnlinked', data: { persons, institution } };
const dismissed: Event = { type: 'SimilarPersonsDismissed', data: { persons, institution } };

describe('a pair of persons', () => {
  it('is the same pair whichever is named first', () => {
    expect(persons).toEqual([a, b]);
    expect(linkId(pairOf(a, b))).toBe(linkId(persons));
  });

  it.each<[string, readonly Event[], PersonLinkCommand | undefined, readonly Event[]]>([
    ['is flagged', [], flag, [found]],
    ['is not flagged again', [found], flag, []],
    ['is not flagged when somebody said they are two', [found, dismissed], flag, []],
    ['is not flagged when they are linked', [linked], flag, []],
    ['is linked', [], link, [linked]],
    ['is linked after it was flagged', [found], link, [linked]],
    ['is linked once', [linked], link, []],
    ['is unlinked', [linked], unlink, [unlinked]],
    ['is not unlinked where it was not linked', [found], unlink, []],
    ['is dismissed', [found], dismiss, [dismissed]],
    ['is dismissed once', [dismissed], dismiss, []],
    ['is linked after all', [dismissed], link, [linked]],
  ])('%s', (_, history, command, events) => {
    if (command === undefined) throw new Error('no command');
    given(...history)
      .when(command)
      .then(...events);
  });

  it('that is linked is not dismissed, and reasons are codes', () => {
    if (dismiss === undefined) throw new Error('no command');
    given(linked).when(dismiss).refuses('person/linked');
    given()
      .when({ ...link, reason: 'WHY_NOT' })
      .refuses('code/not-listed');
    given()
      .when({ ...flag, persons: [b, a] })
      .refuses('person/not-a-pair');
  });
});

describe('links among many persons', () => {
  const everybody = ['a', 'b', 'c', 'd'].map((letter) => `e0000000-0000-8000-8000-00000000000${letter}`);
  const pair = fc
    .tuple(fc.constantFrom(...everybody), fc.constantFrom(...everybody))
    .filter(([one, other]) => one !== other)
    .map(([one, other]) => pairOf(one, other));
  const act = fc.tuple(pair, fc.constantFrom('link', 'unlink', 'dismiss', 'flag'));

  it('linked and unlinked again leave every view and every count as they were', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 12 }), pair, async (plan, last) => {
        const log = memoryLog();
        const views = memoryViews();
        let n = 0;
        const send = async (what: string, of: readonly [string, string]) => {
          n += 1;
          const command = { ...link, do: what, persons: of, strength: 'name' } as unknown as PersonLinkCommand;
          const request = { id: linkId(of), command, commandId: `command-${n}`, actor: 'demo' };
          const clock = { now: () => new Date(Date.UTC(2025, 9, 1, 0, n)).toISOString() };
          try {
            await handle({ log, clock }, personLinkDecider, request);
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
          await catchUp(log, [personLinks], views);
        };
        const linkedNow = async () => {
          const all: (readonly [string, string])[] = [];
          for await (const [, { persons: each, status }] of views.all(personLinks))
            if (status === 'linked') all.push(each);
          return all;
        };
        const seen = async () => {
          const documents: unknown[] = [];
          for await (const each of views.all(personLinks)) documents.push(each);
          return documents;
        };
        for (const [of, what] of plan) await send(what, of);
        // From here on the pair is as nobody ever said anything of it.
        await send('link', last);
        await send('unlink', last);
        const before = await seen();
        const persons = everybody.map((person) => ({ person, condition: 'NEW' }));
        const counted = count(persons, await linkedNow());
        await send('link', last);
        await send('unlink', last);
        expect(await seen()).toEqual(before);
        expect(count(persons, await linkedNow())).toEqual(counted);
        const rebuilt = memoryViews();
        await rebuild(log, personLinks, rebuilt);
        expect(await compareViews(views, rebuilt, personLinks)).toBeUndefined();
        await views.close();
        await rebuilt.close();
        await log.close();
      }),
      { numRuns: 60 },
    );
  });
});
