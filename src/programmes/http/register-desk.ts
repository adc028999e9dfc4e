import { Inject, Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { deriveId } from '#decider';
import type { Handled } from '#event-log';
import { allListed, type Views } from '#projection';
import { type Actor, type Meta, Problem } from '#service';
import { PLATFORM, type Platform } from '../../platform.js';
import { KnownOrganization } from '../../questions.js';
import { past, soon } from '../../requests.js';
import type { RegisterCommand, RegisterSpec, Taker } from '../domain/register.js';
import type { Field, Fields, Values } from '../domain/register-fields.js';
import { type FollowedAgreement, followedAgreements } from '../views/oversight-agreements.js';
import type { RegisterCard } from '../views/register-entries.js';
import { type RegisterBoard, registerBoards } from '../views/register-boards.js';
import { type Kept, projectRegister } from '../views/register-views.js';
import { HandleProgramme } from './commands.js';

type WithId = Handled & { readonly id: string };

const leads = ({ role }: Actor): boolean => role === 'coordinator';

/** Whether they work for an organization that has a seat, in whatever they do there but looking on from outside. */
const sits = ({ role, institution }: Actor, { members }: RegisterBoard): boolean =>
  ['worker', 'supervisor', 'board'].includes(role) && members.includes(institution);

/** Who reads and who writes the registers of a board, and whether what an entry refers to is there. */
@Injectable()
export class RegisterDesk {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) private readonly queries: QueryBus,
  ) {}

  /** @throws Problem 404 `board/unknown` */
  async board(id: string): Promise<RegisterBoard> {
    const found = await soon(this.platform, [registerBoards], () => this.platform.views.get(registerBoards, id));
    if (found === undefined) throw new Problem(404, 'board/unknown');
    return found;
  }

  /** A board whose registers the actor may read: its members, whoever coordinates, auditors. @throws Problem 403, 404 */
  async readable(actor: Actor, id: string): Promise<RegisterBoard> {
    const board = await this.board(id);
    if (leads(actor) || actor.role === 'auditor') return board;
    if (!sits(actor, board)) throw new Problem(403, 'forbidden');
    return board;
  }

  /** @throws Problem 404 the board has no such entry in this register */
  async entry({ view }: Kept, board: string, id: string): Promise<RegisterCard> {
    const found = await soon(this.platform, [view], () => this.platform.views.get(view, id));
    if (found?.board !== board) throw new Problem(404, 'register/unknown');
    return found;
  }

  /** All entries of a register that hold, by their days. */
  held(
    { view }: Kept,
    board: string,
    views: Pick<Views, 'list'> = this.platform.views,
  ): Promise<readonly RegisterCard[]> {
    return allListed(views, view, `board/${board}`);
  }

  /** The agreements of a board, by the day they are due. */
  agreements(board: string): Promise<readonly FollowedAgreement[]> {
    return allListed(this.platform.views, followedAgreements, `board/${board}`);
  }

  /** Enters it under an id made from the command's: sent again, it is the same. @throws Problem 403, 404, 422 */
  async record({ spec }: Kept, boardId: string, actor: Actor, meta: Meta, entry: Values): Promise<WithId> {
    const { id: board, country } = await this.#writable(actor, boardId);
    const own = spec.enterer === undefined ? actor.institution : entry[spec.enterer];
    if (!leads(actor) && own !== actor.institution) throw new Problem(403, 'register/not-yours');
    await this.#refuseUnknown(board, spec.fields, entry);
    const id = deriveId(meta.commandId, spec.category);
    const command: RegisterCommand = { do: 'record', board, country, institution: actor.institution, entry };
    return { ...(await this.#send(spec, id, command, meta)), id };
  }

  /** Says it anew, takes it out, or takes a step back: whoever entered it, or coordinates. @throws Problem 403, 404, 422 */
  async change(
    kept: Kept,
    board: string,
    id: string,
    actor: Actor,
    meta: Meta,
    command: Extract<RegisterCommand, { do: 'correct' | 'withdraw' | 'take-back' }>,
  ): Promise<Handled> {
    await this.#writable(actor, board);
    const card = await this.entry(kept, board, id);
    const step = command.do === 'take-back' ? card.steps.find((each) => each.id === command.step) : undefined;
    if (!mayChange(actor, step ?? card)) throw new Problem(403, 'register/not-yours');
    if (command.do === 'correct') await this.#refuseUnknown(board, kept.spec.fields, command.entry);
    return this.#send(kept.spec, id, command, meta);
  }

  /** Adds a step, if it is this institution's to take. @throws Problem 403, 404, 422 */
  async step(
    kept: Kept,
    board: string,
    id: string,
    actor: Actor,
    meta: Meta,
    [type, entry]: readonly [type: string, entry: Values],
  ): Promise<Handled> {
    await this.#writable(actor, board);
    const card = await this.entry(kept, board, id);
    const spec = Object.hasOwn(kept.spec.steps, type) ? kept.spec.steps[type] : undefined;
    if (spec === undefined) throw new Problem(404, 'not-found');
    if (!mayTake(actor, spec.by, card)) throw new Problem(403, 'register/not-yours');
    await this.#refuseUnknown(board, spec.fields as Fields, entry);
    return this.#send(kept.spec, id, { do: 'step', type, institution: actor.institution, entry }, meta);
  }

  async #writable(actor: Actor, id: string): Promise<RegisterBoard> {
    const board = await this.readable(actor, id);
    if (actor.role === 'auditor') throw new Problem(403, 'forbidden');
    return board;
  }

  async #refuseUnknown(board: string, fields: Fields, values: Values): Promise<void> {
    for (const [name, field] of Object.entries(fields)) {
      for (const value of [values[name]].flat()) {
        if (typeof value === 'string') await this.#refuseUnknownOne(board, field, value);
      }
    }
  }

  async #refuseUnknownOne(board: string, { kind }: Field, value: string): Promise<void> {
    const { views } = this.platform;
    if (kind === 'organization' || kind === 'organizations') {
      const known = await this.queries.execute(new KnownOrganization(value));
      if (known === undefined) throw new Problem(422, 'register/unknown-organization');
    }
    if (kind === 'agreement') {
      const found = await soon(this.platform, [followedAgreements], () => views.get(followedAgreements, value));
      if (found?.board !== board) throw new Problem(422, 'register/unknown-agreement');
    }
    if (kind === 'project') {
      const { view } = projectRegister;
      const found = await soon(this.platform, [view], () => views.get(view, value));
      if (found?.board !== board) throw new Problem(422, 'register/unknown-project');
    }
  }

  #send({ category }: RegisterSpec, id: string, command: RegisterCommand, meta: Meta): Promise<Handled> {
    return this.commands.execute(
      new HandleProgramme<RegisterCommand>(category, { ...past(this.platform, meta), id, command }),
    );
  }
}

/** Whoever entered it says it anew, takes it out or back, and whoever coordinates. */
export const mayChange = (actor: Actor, { institution }: { readonly institution: string }): boolean =>
  leads(actor) || (actor.role !== 'auditor' && institution === actor.institution);

/** Whether somebody enters anything here at all. */
export const mayEnter = (actor: Actor, board: RegisterBoard): boolean => leads(actor) || sits(actor, board);

/** Whoever coordinates takes any step but the clock's, and those an institution takes alone. */
export function mayTake(actor: Actor, by: Taker, { institution, values }: RegisterCard): boolean {
  switch (by) {
    case 'clock':
      return false;
    case 'coordination':
      return leads(actor);
    case 'enterer':
      return leads(actor) || actor.institution === institution;
    default:
      return actor.institution === values[by.field] || (leads(actor) && by.alone !== true);
  }
}
