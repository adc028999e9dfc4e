import { Inject, Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Handled } from '#event-log';
import { type Actor, type Meta, Problem } from '#service';
import { PLATFORM, type Platform } from '../../platform.js';
import { CasesOfSamePerson, CaseStanding } from '../../questions.js';
import { Access, type Wish } from '../access/access.js';
import type { ConflictKind } from '../domain/conflict.js';
import { KnownPeople } from '../known-people.js';
import { codesOfPerson } from '../same-person.js';
import { conflicts } from '../views/conflicts.js';
import { HandleConflict } from './commands.js';
import type { ConflictDto } from './staff.dto.js';

/** Somebody who must not see a case, and the case it was said of. */
export interface Declared {
  readonly staff: string;
  readonly kind: ConflictKind;
  readonly case: string;
  /** Whether whoever asks may say that it was a mistake. */
  readonly mayLift: boolean;
}

/** Where conflicts of interest in a case are declared and lifted. */
@Injectable()
export class ConflictDesk {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(Access) private readonly access: Access,
    @Inject(KnownPeople) private readonly known: KnownPeople,
  ) {}

  /** The case of a code that people read to each other, if the actor has to do with who must not see it. */
  async byCode(actor: Actor, code: string): Promise<string | undefined> {
    const asked = new CaseStanding({ code: code.trim().toUpperCase() }, actor.institution);
    const id = (await this.queries.execute(asked))?.id;
    if (id === undefined) return undefined;
    return (await this.access.decide(actor, { action: 'liftConflict', case: id })).allowed ? id : undefined;
  }

  /**
   * Who must not see a case, by what was said of it and of others of the same person: of those the actor has to do with it
   * in.
   */
  async of(actor: Actor, id: string): Promise<readonly Declared[]> {
    const cases = await this.queries.execute(new CasesOfSamePerson(id));
    const theirs = await this.access.visible(actor, cases, (each) => ({ action: 'liftConflict', case: each }));
    const found: Declared[] = [];
    for (const each of theirs) {
      for (const [staff, kind] of Object.entries((await this.platform.views.get(conflicts, each)) ?? {})) {
        const { allowed: mayLift } = await this.access.decide(actor, await this.#lifting(actor, each, staff));
        found.push({ staff, kind, case: each, mayLift });
      }
    }
    return found;
  }

  /** Whoever answers for the case says it of anybody, others of their own people. @throws Problem 403, 422 */
  async declare(actor: Actor, id: string, meta: Meta, { staff: of, kind }: ConflictDto): Promise<Handled> {
    const person = await this.known.find(of);
    if (person === undefined) throw new Problem(422, 'conflict/unknown-person');
    if (person.institution !== actor.institution) {
      await this.#assert(actor, { action: 'declareConflict', case: id, purpose: 'review' });
    }
    return this.commands.execute(new HandleConflict({ ...meta, id, command: { do: 'declare', staff: of, kind } }));
  }

  /**
   * Whoever looks after personal data lifts it; of people of other institutions, whoever answers for the case as well.
   * @throws Problem 403; 409 `conflict/own`
   */
  async lift(actor: Actor, id: string, meta: Meta, of: string): Promise<Handled> {
    await this.#assert(actor, await this.#lifting(actor, id, of));
    return this.commands.execute(new HandleConflict({ ...meta, id, command: { do: 'lift', staff: of } }));
  }

  /** Of a colleague it is a review: of whoever has, or had, a code of the actor's institution, or one nobody knows now. */
  async #lifting({ institution }: Actor, id: string, of: string): Promise<Wish> {
    const codes = await codesOfPerson(this.platform, of);
    const people = await Promise.all(codes.map((each) => this.known.find(each)));
    const isColleague = people.some((each) => each === undefined || each.institution === institution);
    return { action: 'liftConflict', case: id, purpose: isColleague ? 'review' : 'care' };
  }

  /** They were let through to the case: what is refused now is no secret, and is on record. @throws Problem 403 */
  async #assert(actor: Actor, wish: Wish): Promise<void> {
    try {
      await this.access.assert(actor, wish);
    } catch (error) {
      throw error instanceof Problem && error.status === 404 ? new Problem(403, 'forbidden') : error;
    }
  }
}
