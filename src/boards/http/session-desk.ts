import { Inject, Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { deriveId } from '#decider';
import type { Handled } from '#event-log';
import { type Meta, Problem } from '#service';
import { PLATFORM, type Platform } from '../../platform.js';
import { KnownOrganization } from '../../questions.js';
import { past } from '../../requests.js';
import { adoptionOf, type AgreementCommand } from '../domain/agreement.js';
import { actionsOf } from '../domain/plan-events.js';
import { seatListOf } from '../domain/seats.js';
import type { SessionCommand } from '../domain/session.js';
import { type BoardEntry, type Member, seatedOn } from '../views/boards.js';
import { inForce } from '../views/plans.js';
import { BoardReader } from './board-reader.js';
import { HandleAgreement, HandleSession } from './commands.js';
import type { ConveneDto, DecisionDto } from './session.dto.js';

type WithId = Handled & { readonly id: string };

/** Where sessions are called and held, and agreements looked after: by the API and by the pages alike. */
@Injectable()
export class SessionDesk {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(BoardReader) private readonly reader: BoardReader,
  ) {}

  /** Calls a session under an id made from the command's: sent again, it is the same. @throws Problem 404, 422 */
  async convene(board: string, meta: Meta, dto: ConveneDto): Promise<WithId> {
    const entry = await this.reader.boardNow(board);
    const { country } = entry;
    const { kind, place, agenda = [] } = dto;
    const at = new Date(dto.at).toISOString();
    const invited = seatedOn(entry, this.reader.today(entry)).map(({ organization }) => organization);
    const id = deriveId(meta.commandId, 'session');
    const command: SessionCommand = { do: 'convene', board, country, kind, at, place, invited, agenda };
    return { ...(await this.#send(id, command, meta)), id };
  }

  /** @throws Problem 404, 409, 422 */
  async take(board: string, session: string, meta: Meta, command: SessionCommand): Promise<Handled> {
    await this.reader.session(board, session);
    return this.#send(session, command, meta);
  }

  /** Opens a session with the members the board has on its day. @throws Problem 404, 409 */
  async open(board: string, session: string, meta: Meta): Promise<Handled> {
    const { at, country } = await this.reader.session(board, session);
    const entry = await this.reader.boardNow(board);
    const members = seatedOn(entry, this.reader.dayOf(at, country));
    const presiding = presidingOf(entry, members);
    const seated = members.map(({ organization }) => organization);
    return this.#send(session, { do: 'open', seated, ...(presiding === undefined ? {} : { presiding }) }, meta);
  }

  /**
   * Takes an agreement: the session decides it, if there is a quorum, and it begins its own life.
   * @throws Problem 404, 409 `session/no-quorum`, 422 the owner or the plan's action is not known
   */
  async decide(board: string, session: string, meta: Meta, dto: DecisionDto): Promise<WithId> {
    const { country } = await this.reader.session(board, session);
    const { owner, due, text, item, indicator, serves } = dto;
    if ((await this.queries.execute(new KnownOrganization(owner))) === undefined) {
      throw new Problem(422, 'board/unknown-organization');
    }
    if (serves !== undefined) await this.#refuseUnknownAction(board, serves);
    const agreement = deriveId(meta.commandId, 'agreement');
    const taken = {
      ...{ agreement, owner, due, text },
      ...(item === undefined ? {} : { item }),
      ...(indicator === undefined ? {} : { indicator }),
      ...(serves === undefined ? {} : { serves }),
    };
    await this.#send(session, { do: 'decide', ...taken }, meta);
    // The policy that follows sessions would do it a moment later; whoever asks now finds it now.
    const { actor, effectiveAt } = meta;
    const adopted = await this.commands.execute(
      new HandleAgreement({
        ...{ id: agreement, actor, commandId: deriveId(meta.commandId, 'adopt') },
        command: adoptionOf(session, { board, country, ...taken }),
        ...(effectiveAt === undefined ? {} : { effectiveAt }),
      }),
    );
    return { ...adopted, id: agreement };
  }

  /** A step of an agreement of this board. @throws Problem 404, 409, 422 */
  async follow(board: string, id: string, meta: Meta, command: AgreementCommand): Promise<Handled> {
    const { adoptedAt } = await this.reader.agreement(board, id);
    return this.commands.execute(new HandleAgreement({ ...past(this.platform, meta, adoptedAt), id, command }));
  }

  async #refuseUnknownAction(board: string, { plan, action }: { plan: string; action: string }): Promise<void> {
    const version = inForce(await this.reader.plan(board, plan));
    if (version === undefined || !actionsOf(version).some(({ id }) => id === action)) {
      throw new Problem(422, 'plan/unknown-action');
    }
  }

  #send(id: string, command: SessionCommand, meta: Meta): Promise<Handled> {
    return this.commands.execute(new HandleSession({ ...past(this.platform, meta), id, command }));
  }
}

/** Who presides by law and lets nobody stand in; on a voluntary board, nobody in particular. */
function presidingOf({ kind, country, level }: BoardEntry, members: readonly Member[]): string | undefined {
  const seat = kind === 'statutory' ? seatListOf(country, level)?.presides : undefined;
  return members.find((member) => member.seat === seat)?.organization;
}
