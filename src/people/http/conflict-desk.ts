import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Handled } from '#event-log';
import { type Actor, type Meta, Problem } from '#service';
import { Access, type Wish } from '../access/access.js';
import { KnownPeople } from '../known-people.js';
import { HandleConflict } from './commands.js';
import type { ConflictDto } from './staff.dto.js';

/** Where conflicts of interest in a case are declared and lifted. */
@Injectable()
export class ConflictDesk {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(Access) private readonly access: Access,
    @Inject(KnownPeople) private readonly known: KnownPeople,
  ) {}

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
    // Whom nobody knows any more may have been a colleague.
    const { institution } = (await this.known.find(of)) ?? actor;
    const purpose = institution === actor.institution ? 'review' : 'care';
    await this.#assert(actor, { action: 'liftConflict', case: id, purpose });
    return this.commands.execute(new HandleConflict({ ...meta, id, command: { do: 'lift', staff: of } }));
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
