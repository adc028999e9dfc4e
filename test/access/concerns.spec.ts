import type { QueryBus } from '@nestjs/cqrs';
import fc from 'fast-check';
import { deriveId } from '#decider';
import { asOf, catchUp, rebuild, type Views } from '#projection';
import { memoryViews } from '#projection/memory';
import { eventProjections } from '../../src/capabilities.js';
import { CasesOfSamePersonAnswer } from '../../src/cases/http/person-records.js';
import { linkId, pairOf } from '../../src/cases/domain/person-link.js';
import { Access } from '../../src/people/access/access.js';
import { type Platform, send } from '../../src/platform.js';
import type { CasesOfSamePerson } from '../../src/questions.js';
import { memoryPlatform } from '../support/platform.js';

const start = '2026-03-09T15:00:00.000Z';
const police = 'pe-150112-comisaria-familia';
/** Two of them are codes of one login, whose login is given and taken away. */
const staff = ['cem-01', 'cem-02', 'cem-03'] as const;
const wanted = new Set(['case-cards', 'person-links', 'conflicts', 'staff']);
const projections = eventProjections.filter(({ name }) => wanted.has(name));

type Step =
  | { readonly do: 'open'; readonly case: number; readonly person: number }
  | { readonly do: 'link' | 'unlink'; readonly persons: readonly [number, number] }
  | { readonly do: 'declare' | 'lift'; readonly case: number; readonly staff: number }
  | { readonly do: 'change-login'; readonly staff: number; readonly login: number };

const [cases, persons] = [6, 4];
const below = (max: number) => fc.nat(max - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('open' as const), case: below(cases), person: below(persons) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('link' as const, 'unlink' as const),
      persons: fc.tuple(below(persons), below(persons)),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('declare' as const, 'declare' as const, 'lift' as const),
      ...{ case: below(cases), staff: below(staff.length) },
    }),
  },
  fc.record({ do: fc.constant('change-login' as const), staff: below(staff.length), login: below(2) }),
);

const caseId = (index: number): string => deriveId('concerns', 'case', String(index));
const personId = (index: number): string => deriveId('concerns', 'person', String(index));

/** What somebody must not see, worked out by spreading a colour until nothing changes. */
class Model {
  readonly #personOf = new Map<number, number>();
  readonly #linked = new Map<string, readonly [number, number]>();
  readonly #declared = new Map<string, readonly [number, number]>();
  readonly #login: string[] = staff.map((code) => code);

  take(said: Step): void {
    switch (said.do) {
      case 'open':
        if (!this.#personOf.has(said.case)) this.#personOf.set(said.case, said.person);
        return;
      case 'link':
        if (said.persons[0] !== said.persons[1]) this.#linked.set([...said.persons].sort().join(), said.persons);
        return;
      case 'unlink':
        this.#linked.delete([...said.persons].sort().join());
        return;
      case 'declare':
        this.#declared.set(`${said.case} ${said.staff}`, [said.case, said.staff]);
        return;
      case 'lift':
        this.#declared.delete(`${said.case} ${said.staff}`);
        return;
      case 'change-login':
        this.#login[said.staff] = `login-${said.login}`;
    }
  }

  of(who: number): ReadonlySet<string> {
    const declared = [...this.#declared.values()].filter(([, each]) => this.#login[each] === this.#login[who]);
    const touched = new Set(declared.flatMap(([of]) => this.#personOf.get(of) ?? []));
    for (let size = -1; size !== touched.size;) {
      size = touched.size;
      for (const pair of this.#linked.values()) {
        if (pair.some((each) => touched.has(each))) for (const each of pair) touched.add(each);
      }
    }
    const reached = [...this.#personOf].flatMap(([of, person]) => (touched.has(person) ? [of] : []));
    return new Set([...declared.map(([of]) => of), ...reached].map(caseId));
  }
}

/** What is asked of views alone is the same whichever views they are. */
function concernsOn(platform: Platform, views: Views, code: string): Promise<ReadonlySet<string>> {
  const answer = new CasesOfSamePersonAnswer({ views });
  const queries = { execute: (asked: CasesOfSamePerson) => answer.execute(asked) } as unknown as QueryBus;
  return new Access({ ...platform, views }, queries, { ask: () => ({ allowed: false, policies: [] }) }).concernsOf({
    code,
  });
}

async function carryOut(platform: Platform, said: Step, index: number): Promise<void> {
  const meta = { commandId: deriveId('concerns', String(index)), actor: 'chief' };
  switch (said.do) {
    case 'open': {
      const known = { country: 'PE', district: '150112', institution: police, entry: 'POLICE', sex: 'F' };
      const happened = {
        condition: 'NEW',
        ageBand: '26-29',
        types: ['PHYSICAL'],
        principal: 'PHYSICAL',
        complaint: true,
      };
      const command = { do: 'open', ...known, ...happened, person: personId(said.person) };
      return sent(platform, 'case', { ...meta, id: caseId(said.case), command });
    }
    case 'link':
    case 'unlink': {
      const [one, other] = said.persons;
      const pair = pairOf(personId(one), personId(other));
      const command = { do: said.do, persons: pair, country: 'PE', institution: police, reason: 'COMPARED' };
      return sent(platform, 'link', { ...meta, id: linkId(pair), command });
    }
    case 'declare':
    case 'lift': {
      const command = { do: said.do, staff: staff[said.staff], kind: 'RELATIVE' };
      return sent(platform, 'conflict', { ...meta, id: caseId(said.case), command });
    }
    case 'change-login': {
      const command = { do: 'change-login', login: `login-${said.login}` };
      return sent(platform, 'staff', { ...meta, id: staff[said.staff] ?? '', command });
    }
  }
}

/** What the rules refuse changes nothing: a case opened twice, a person linked to herself. */
const sent = (platform: Platform, ...[category, request]: [string, Parameters<typeof send>[2]]): Promise<void> =>
  send(platform, category, request).then(
    () => undefined,
    () => undefined,
  );

describe('What somebody is concerned in', () => {
  it('is what was declared, whose it is, what is linked and who they are say: live, rebuilt, and as of any moment', async () => {
    let most = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), fc.nat(), async (plan, seed) => {
        const platform = memoryPlatform(start);
        const { log, views } = platform;
        for (const code of staff) {
          const command = { do: 'enrol', login: code, institution: police, country: 'PE', role: 'worker' };
          await send(platform, 'staff', { id: code, command, commandId: deriveId('concerns', code), actor: 'admin' });
        }
        const cut = seed % plan.length;
        const [then, now] = [new Model(), new Model()];
        let position = await log.head();
        for (const [index, said] of plan.entries()) {
          await carryOut(platform, said, index);
          now.take(said);
          if (index > cut) continue;
          then.take(said);
          position = await log.head();
        }
        await catchUp(log, projections, views);
        const rebuilt = memoryViews();
        for (const projection of projections) await rebuild(log, projection, rebuilt);
        if (position === undefined) throw new Error('nothing was recorded');
        const past = await asOf(log, projections, position);
        for (const [who, code] of staff.entries()) {
          const expected = now.of(who);
          most = Math.max(most, expected.size);
          expect(await concernsOn(platform, views, code)).toEqual(expected);
          expect(await concernsOn(platform, rebuilt, code)).toEqual(expected);
          expect(await concernsOn(platform, past, code)).toEqual(then.of(who));
        }
        await Promise.all([past, rebuilt, platform].map((each) => each.close()));
      }),
      { numRuns: 60 },
    );
    // Not about nothing: somebody was kept from several cases at once.
    expect(most).toBeGreaterThan(2);
  }, 120_000);
});
