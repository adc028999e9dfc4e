import { Inject, Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Handled } from '#event-log';
import { type Actor, type Meta, Problem } from '#service';
import { PLATFORM, type Platform } from '../../platform.js';
import { CaseStanding } from '../../questions.js';
import { soon } from '../../requests.js';
import { PEOPLE, type People } from '../people.js';
import { staff } from '../views/staff.js';
import { HandleConflict } from './commands.js';
import type { ConflictDto } from './staff.dto.js';

/** Where conflicts of interest in a case are declared and lifted. */
@Injectable()
export class ConflictDesk {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(PEOPLE) private readonly people: People,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) private readonly queries: QueryBus,
  ) {}

  /** Whoever answers for the case says it of anybody, others of their own people. @throws Problem 403 */
  async declare(actor: Actor, id: string, meta: Meta, { staff: of, kind }: ConflictDto): Promise<Handled> {
    const isOwn = (await this.#institutionOf(of)) === actor.institution;
    if (!isOwn && !(await this.#answersFor(actor, id))) throw new Problem(403, 'forbidden');
    return this.commands.execute(new HandleConflict({ ...meta, id, command: { do: 'declare', staff: of, kind } }));
  }

  /**
   * Whoever answers for the case lifts it: of a colleague, or of somebody nobody knows, a supervisor alone.
   * @throws Problem 403; 409 `conflict/own`
   */
  async lift(actor: Actor, id: string, meta: Meta, of: string): Promise<Handled> {
    if (!(await this.#answersFor(actor, id))) throw new Problem(403, 'forbidden');
    const { institution } = actor;
    const mayBeColleague = of !== actor.code && ((await this.#institutionOf(of)) ?? institution) === institution;
    if (mayBeColleague && actor.role !== 'supervisor') throw new Problem(403, 'forbidden');
    return this.commands.execute(new HandleConflict({ ...meta, id, command: { do: 'lift', staff: of } }));
  }

  async #answersFor({ institution }: Actor, id: string): Promise<boolean> {
    return (await this.queries.execute(new CaseStanding({ id }, institution)))?.relation === 'owner';
  }

  async #institutionOf(code: string): Promise<string | undefined> {
    const demo = await this.people.demo?.find(code);
    if (demo !== undefined) return demo.institution;
    return (await soon(this.platform, [staff], () => this.platform.views.get(staff, code)))?.institution;
  }
}
