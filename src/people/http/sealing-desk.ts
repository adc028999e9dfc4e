import { Inject, Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { deriveId } from '#decider';
import type { Handled } from '#event-log';
import { type Actor, type Meta, Problem } from '#service';
import { KeysAway } from '#vault';
import { PLATFORM, type Platform } from '../../platform.js';
import { CaseStanding } from '../../questions.js';
import { fingerprintOf, opened, soon } from '../../requests.js';
import { Access } from '../access/access.js';
import { type CourtOrder, orderClass } from '../domain/sealing.js';
import { KnownPeople } from '../known-people.js';
import { assertTwo } from '../same-person.js';
import { SEAL_RECIPIENTS } from '../process/recipients.js';
import { keysAway, type Sealing, sealings, seals } from '../views/sealings.js';
import { HandleSealing } from './commands.js';
import type { AskSealingDto } from './sealing.dto.js';

const most = 100;
/** One of the two who ask and decide. */
const officer = 'data-officer';
/** Milliseconds whoever decides waits for the seal to count everywhere in this process. */
const patience = 5_000;

/**
 * Where the keys of a sealed case are: `here`, so that the rules alone keep it; `leaving` as soon as every case of the person
 * is sealed; `away`; or `awaited` back, the seal being lifted.
 */
export interface WhereKeysAre {
  readonly are: 'here' | 'leaving' | 'away' | 'awaited';
  readonly since?: string;
}

/** Where a seal on a case is asked for and decided, by the API and by the pages alike. */
@Injectable()
export class SealingDesk {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(Access) private readonly access: Access,
    @Inject(KnownPeople) private readonly known: KnownPeople,
    @Inject(SEAL_RECIPIENTS) private readonly recipients: readonly string[] | undefined,
  ) {}

  /** @throws Problem 404 no case has this code, or they are concerned in it; 409 somebody asked already, or it is so already; 422 */
  async ask(actor: Actor, meta: Meta, dto: AskSealingDto): Promise<Handled & { readonly id: string }> {
    const { institution } = actor;
    const of = await this.queries.execute(new CaseStanding({ code: dto.case.trim().toUpperCase() }, institution));
    if (of === undefined || (await this.access.concernsOf(actor)).has(of.id)) throw new Problem(404, 'case/unknown');
    const { id, person, country } = of;
    const { aim, ground, norm, number } = dto;
    if ((norm === undefined) !== (number === undefined)) throw new Problem(422, 'sealing/order');
    const order = norm === undefined || number === undefined ? {} : { order: { norm, number } };
    const fingerprint = await fingerprintOf(this.platform.vault, dto, { subject: person, category: orderClass });
    const command = { do: 'ask', case: id, person, country, institution, aim, ground, ...order } as const;
    const handled = await this.commands.execute(new HandleSealing({ ...meta, fingerprint, id, command }));
    return { ...handled, id: deriveId(meta.commandId, 'sealing') };
  }

  /**
   * Once it has answered, the seal counts.
   * @throws Problem 404, 409 it was decided, the same person asked, or neither of the two looks after personal data
   */
  async decide(actor: Actor, meta: Meta, sealing: string, what: 'approve' | 'refuse'): Promise<Handled> {
    const { case: id, askedBy } = await this.#one(actor, sealing);
    await assertTwo(this.platform, askedBy, actor.code, 'sealing/same-person');
    if (what === 'approve') await this.#assertOfficer(actor, askedBy);
    const command = { do: what, sealing, institution: actor.institution };
    const handled = await this.commands.execute(new HandleSealing({ ...meta, id, command }));
    const { position } = handled;
    if (position !== undefined) await this.platform.views.reached(seals, position, patience);
    return handled;
  }

  /** One of them; with the order, for whoever may read it. @throws Problem 404 */
  async read(actor: Actor, id: string): Promise<{ readonly sealing: Sealing; readonly order?: CourtOrder }> {
    const sealing = await this.#one(actor, id);
    const { order } = sealing;
    if (order === undefined) return { sealing };
    const grant = await this.access.grantToOrder(actor, sealing.case);
    if (grant === undefined) return { sealing };
    const place = { ...order, stream: `seal-${sealing.case}`, type: 'SealingAsked', field: 'order' };
    try {
      const shown = await opened<CourtOrder>(this.platform, place, grant, orderClass);
      return shown === 'erased' ? { sealing } : { sealing, order: shown.value };
    } catch (error) {
      // Orders of before were sealed with the keys that are away.
      if (error instanceof KeysAway) return { sealing };
      throw error;
    }
  }

  /** Where the keys of a case are that was sealed, and for whom they are put away: undefined while it is neither. */
  async keysOf({ case: id, aim, ground, status }: Sealing): Promise<WhereKeysAre | undefined> {
    const { views } = this.platform;
    const [{ sealed } = { sealed: false }, away] = await Promise.all([views.get(seals, id), views.get(keysAway, id)]);
    if (away !== undefined) return { are: sealed ? 'away' : 'awaited', since: away.since };
    if (aim === 'unseal' || status === 'refused' || (status === 'done' && !sealed)) return undefined;
    return { are: ground === 'COURT_ORDER' && this.recipients !== undefined ? 'leaving' : 'here' };
  }

  /** What waits for a second person, and what was decided, but for what they are concerned in; the latest first. */
  async list(actor: Actor): Promise<{ readonly open: readonly Sealing[]; readonly over: readonly Sealing[] }> {
    const concerns = await this.access.concernsOf(actor);
    const of = async (name: string): Promise<readonly Sealing[]> => {
      const listed = await this.platform.views.list(sealings, name, { limit: most, descending: true });
      return listed.map(({ document }) => document).filter((sealing) => !concerns.has(sealing.case));
    };
    const [open, over] = await Promise.all([of('open'), of('over')]);
    return { open, over };
  }

  /** @throws Problem 409 */
  async #assertOfficer({ role }: Actor, askedBy: string): Promise<void> {
    if (role === officer || (await this.known.find(askedBy))?.role === officer) return;
    throw new Problem(409, 'sealing/no-officer');
  }

  /** @throws Problem 404, also to whoever is concerned in the case */
  async #one(actor: Actor, id: string): Promise<Sealing> {
    const found = await soon(this.platform, [sealings], () => this.platform.views.get(sealings, id));
    if (found === undefined || (await this.access.concernsOf(actor)).has(found.case))
      throw new Problem(404, 'sealing/unknown');
    return found;
  }
}
