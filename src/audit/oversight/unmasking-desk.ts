import { Inject, Injectable } from '@nestjs/common';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { deriveId } from '#decider';
import { handle, type Handled, type Request } from '#event-log';
import { type Actor, type Meta, Problem } from '#service';
import { assertTwo } from '../../people/same-person.js';
import { PLATFORM, type Platform } from '../../platform.js';
import { soon } from '../../requests.js';
import { approvingRole, type UnmaskingCommand, unmaskingDecider } from '../domain/unmasking.js';
import type { UnmaskingReason } from '../domain/unmasking-events.js';
import { sessionOf } from '../pseudonyms.js';
import { type UnmaskingCard, unmaskings } from '../views/unmaskings.js';
import { ReadsDesk } from './reads-desk.js';

export class HandleUnmasking extends Command<Handled> {
  constructor(readonly request: Request<UnmaskingCommand>) {
    super();
  }
}

@CommandHandler(HandleUnmasking)
export class UnmaskingHandler implements ICommandHandler<HandleUnmasking> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  execute({ request }: HandleUnmasking): Promise<Handled> {
    return handle(this.platform, unmaskingDecider, request);
  }
}

const most = 200;

/** Where an auditor asks who is behind a name, and a second person decides. */
@Injectable()
export class UnmaskingDesk {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(ReadsDesk) private readonly reads: ReadsDesk,
  ) {}

  /** @throws Problem 404 `unmasking/no-such-person` nobody goes by that name in this session */
  async ask(
    { code, institution }: Actor,
    meta: Meta,
    asked: { readonly pseudonym: string; readonly session?: string; readonly reason: UnmaskingReason },
  ): Promise<Handled & { readonly id: string }> {
    const { pseudonym, reason } = asked;
    const session = sessionOf(this.platform.clock.now(), asked.session);
    if ((await this.reads.behind(code, session, pseudonym)) === undefined) {
      throw new Problem(404, 'unmasking/no-such-person');
    }
    const id = deriveId(meta.commandId, 'unmasking');
    const handled = await this.#send(id, meta, { do: 'ask', pseudonym, session, reason, institution });
    return { ...handled, id };
  }

  /** @throws Problem 404, 409; Refusal: it takes another person, in time, whose office it is */
  async decide(
    { code, institution, role }: Actor,
    id: string,
    meta: Meta,
    how: 'approve' | 'refuse',
  ): Promise<Handled> {
    // Whose office it is not hears that first, of the rules.
    if (role === approvingRole) {
      await assertTwo(this.platform, (await this.one(id)).askedBy, code, 'unmasking/same-person');
    }
    return this.#send(id, meta, { do: how, role, institution });
  }

  /**
   * Who it is, as the code they have here. That it was told is recorded first.
   * @throws Refusal it was not approved, is over, or was asked by somebody else
   */
  async show({ code, institution }: Actor, id: string, meta: Meta): Promise<{ readonly person: string }> {
    await this.#send(id, meta, { do: 'show', institution });
    const card = await this.one(id);
    const person = await this.reads.behind(code, card.session, card.pseudonym);
    if (person === undefined) throw new Problem(404, 'unmasking/no-such-person');
    return { person };
  }

  /** An auditor's own, for whoever decides all of them, for others none; the latest first. */
  async listFor({ code, role }: Actor): Promise<readonly UnmaskingCard[]> {
    const listed = await this.platform.views.list(unmaskings, 'all', { limit: most, descending: true });
    return listed.map(({ document }) => document).filter(({ askedBy }) => role === approvingRole || askedBy === code);
  }

  /** @throws Problem 404 */
  async one(id: string): Promise<UnmaskingCard> {
    const card = await soon(this.platform, [unmaskings], () => this.platform.views.get(unmaskings, id));
    if (card === undefined) throw new Problem(404, 'unmasking/unknown');
    return card;
  }

  #send(id: string, meta: Meta, command: UnmaskingCommand): Promise<Handled> {
    return this.commands.execute(new HandleUnmasking({ ...meta, id, command }));
  }
}
