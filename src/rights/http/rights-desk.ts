import { Inject, Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { deriveId } from '#decider';
import type { Handled } from '#event-log';
import type { Projection } from '#projection';
import { type Actor, type Meta, Problem } from '#service';
import { countryNow } from '../../country.js';
import { Access } from '../../people/access/access.js';
import { assertTwo } from '../../people/same-person.js';
import { PLATFORM, type Platform } from '../../platform.js';
import { FileOfPerson, type KeptFile, type PersonRecord, type RecordedCase, RecordOfPerson } from '../../questions.js';
import { past, soon } from '../../requests.js';
import type { SubjectCommand } from '../domain/subject.js';
import { type ErasureCard, erasures } from '../views/erasures.js';
import { type HoldCard, holds } from '../views/holds.js';
import { type RequestCard, requests } from '../views/requests.js';
import { HandleRequest, HandleSubject } from './commands.js';
import type { AnswerRequestDto, AskErasureDto, ReceiveRequestDto } from './rights.dto.js';

export type WithId = Handled & { readonly id: string };

/** What is held of a person: their cases, or the file of who is in no case. Never both. */
export interface HeldRecord extends PersonRecord {
  readonly file?: KeptFile;
}

/** Everything about one person's rights. */
export interface PersonRights {
  readonly record: HeldRecord;
  readonly holds: readonly HoldCard[];
  readonly requests: readonly RequestCard[];
  readonly erasures: readonly ErasureCard[];
}

/** More of anything than one person has. */
const most = 100;

/** Whoever looks after personal data for the whole network. */
export const isOfficer = ({ role }: Actor): boolean => role === 'data-officer' || role === 'coordinator';

/** Where requests are taken down and answered, holds placed, and erasures asked for and decided on. */
@Injectable()
export class RightsDesk {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(Access) private readonly access: Access,
  ) {}

  /**
   * What is held of a person: of whoever attends, with their institution's cases alone, open or closed, as far as they may
   * see them, or the file their institution keeps.
   * @throws Problem 404 nobody of this id is theirs to look after
   */
  async record(actor: Actor, person: string): Promise<HeldRecord> {
    const found = await this.#held(person);
    await this.#assertApart(actor, found);
    if (isOfficer(actor)) return found;
    if (found.file !== undefined) {
      // Whoever may open the file may say what its person asks.
      const { allowed } = await this.access.decide(actor, { action: 'openProgramme', of: found.file.keeper });
      if (!allowed) throw new Problem(404, 'person/unknown');
      return found;
    }
    const cases = await this.#visible(actor, found.cases);
    if (cases.length === 0) throw new Problem(404, 'person/unknown');
    const linked = await Promise.all(
      found.linked.map(async (each) => ({ ...each, cases: await this.#visible(actor, each.cases) })),
    );
    return { ...found, cases, linked: linked.filter((each) => each.cases.length > 0) };
  }

  /** @throws Problem 404 */
  async person(actor: Actor, person: string): Promise<PersonRights> {
    const record = await this.record(actor, person);
    const of = async <D>(view: Projection<D>): Promise<readonly D[]> => {
      const range = { limit: most, descending: true };
      return (await this.platform.views.list(view, `person/${person}`, range)).map(({ document }) => document);
    };
    const [held, asked, erased] = await Promise.all([of(holds), of(requests), of(erasures)]);
    const theirs = ({ institution }: RequestCard | ErasureCard): boolean =>
      isOfficer(actor) || institution === actor.institution;
    return { record, holds: held, requests: asked.filter(theirs), erasures: erased.filter(theirs) };
  }

  /** @throws Problem 404 */
  async erasure(actor: Actor, id: string): Promise<ErasureCard> {
    const found = await soon(this.platform, [erasures], () => this.platform.views.get(erasures, id));
    if (found === undefined) throw new Problem(404, 'erasure/unknown');
    if (!isOfficer(actor) && found.institution !== actor.institution) throw new Problem(404, 'erasure/unknown');
    return found;
  }

  /** @throws Problem 404 */
  async request(actor: Actor, id: string): Promise<RequestCard> {
    const found = await soon(this.platform, [requests], () => this.platform.views.get(requests, id));
    if (found === undefined) throw new Problem(404, 'request/unknown');
    if (!isOfficer(actor) && found.institution !== actor.institution) throw new Problem(404, 'request/unknown');
    return found;
  }

  /** Takes a request down under an id made from the command's. @throws Problem 404, 422 */
  async receive(actor: Actor, meta: Meta, { person, right, at }: ReceiveRequestDto): Promise<WithId> {
    const { country } = await this.record(actor, person);
    const { institution } = actor;
    const id = deriveId(meta.commandId, 'request');
    const when = past(this.platform, at === undefined ? meta : { ...meta, effectiveAt: new Date(at).toISOString() });
    const command = { do: 'receive', person, country, institution, right } as const;
    return { ...(await this.commands.execute(new HandleRequest({ ...when, id, command }))), id };
  }

  /** @throws Problem 403 not whoever looks after data, 404, 409, 422 */
  async answer(actor: Actor, meta: Meta, id: string, said: AnswerRequestDto): Promise<Handled> {
    assertOfficer(actor);
    await this.request(actor, id);
    const { outcome, reason } = said;
    const command = {
      ...({ do: 'answer', institution: actor.institution, outcome } as const),
      ...(reason === undefined ? {} : { reason }),
    };
    return this.commands.execute(new HandleRequest({ ...past(this.platform, meta), id, command }));
  }

  /** @throws Problem 403, 404, 409 the erasure was approved */
  async hold(actor: Actor, meta: Meta, person: string, norm: string): Promise<WithId> {
    assertOfficer(actor);
    const { country } = await this.record(actor, person);
    const { institution } = actor;
    const handled = await this.#subject(meta, person, { do: 'hold', person, country, institution, norm });
    return { ...handled, id: deriveId(meta.commandId, 'hold') };
  }

  /** @throws Problem 403, 404 */
  async lift(actor: Actor, meta: Meta, person: string, hold: string, reason: string): Promise<Handled> {
    assertOfficer(actor);
    await this.record(actor, person);
    return this.#subject(meta, person, { do: 'lift', hold, institution: actor.institution, reason });
  }

  /** @throws Problem 404, 409 another one is under way, a case or the file is open; 422 */
  async ask(actor: Actor, meta: Meta, person: string, asked: AskErasureDto): Promise<WithId> {
    await this.record(actor, person);
    const { country, cases, file } = await this.#held(person);
    const { ground, categories, request } = asked;
    if (ground === 'RETENTION_OVER' && cases.some(({ open }) => open)) throw new Problem(409, 'erasure/case-open');
    if (ground === 'RETENTION_OVER' && file?.open === true) throw new Problem(409, 'erasure/file-open');
    // All of a file is of one kind: to name others would certify that nothing was erased.
    if (file !== undefined && (categories ?? []).length > 0) {
      throw new Problem(422, 'erasure/whole-file');
    }
    if (request !== undefined && (await this.request(actor, request)).person !== person) {
      throw new Problem(422, 'request/unknown');
    }
    const command: SubjectCommand = {
      ...({ do: 'ask', person, country, institution: actor.institution, ground } as const),
      ...(categories === undefined || categories.length === 0 ? {} : { categories }),
      ...(request === undefined ? {} : { request }),
    };
    return { ...(await this.#subject(meta, person, command)), id: deriveId(meta.commandId, 'erasure') };
  }

  /** @throws Problem 403 not whoever looks after data, or whoever asked; 404, 409 a hold stands */
  async approve(actor: Actor, meta: Meta, id: string): Promise<Handled> {
    assertOfficer(actor);
    const person = await this.#toDecide(actor, id);
    return this.#subject(meta, person, { do: 'approve', erasure: id, institution: actor.institution });
  }

  /** @throws Problem 403, 404, 409 */
  async refuse(actor: Actor, meta: Meta, id: string, reason: string): Promise<Handled> {
    assertOfficer(actor);
    const person = await this.#toDecide(actor, id);
    return this.#subject(meta, person, { do: 'refuse', erasure: id, institution: actor.institution, reason });
  }

  /** Whose erasure it is. @throws Problem 404, 409 whoever decides is who asked */
  async #toDecide(actor: Actor, id: string): Promise<string> {
    const { person, askedBy } = await this.erasure(actor, id);
    await assertTwo(this.platform, askedBy, actor.code, 'erasure/same-person');
    await this.#assertApart(actor, await this.#held(person));
    return person;
  }

  /** The whole record, whoever asks. @throws Problem 404 there is none, or it is of another country */
  async #held(person: string): Promise<HeldRecord> {
    const found = (await this.queries.execute(new RecordOfPerson(person))) ?? (await this.#filed(person));
    if (found?.country !== countryNow()) throw new Problem(404, 'person/unknown');
    return found;
  }

  /** A file is of one person and of no case: there is nothing it could be linked to. */
  async #filed(person: string): Promise<HeldRecord | undefined> {
    const file = await this.queries.execute(new FileOfPerson(person));
    return file && { country: file.country, cases: [], linked: [], file };
  }

  /** Nobody looks after the data of whom they are concerned with: they hear that there is nobody. @throws Problem 404 */
  async #assertApart(actor: Actor, { cases: [any] }: PersonRecord): Promise<void> {
    const concerns = await this.access.concernsOf(actor);
    if (any !== undefined && concerns.has(any.id)) throw new Problem(404, 'person/unknown');
  }

  /** Of these cases, those of the actor's institution that the actor may see. */
  #visible(actor: Actor, cases: readonly RecordedCase[]): Promise<readonly RecordedCase[]> {
    const own = cases.filter(({ institution }) => institution === actor.institution);
    return this.access.visible(actor, own, ({ id }) => ({ action: 'readCase', case: id }));
  }

  #subject(meta: Meta, person: string, command: SubjectCommand): Promise<Handled> {
    return this.commands.execute(new HandleSubject({ ...past(this.platform, meta), id: person, command }));
  }
}

/** @throws Problem 403 */
export function assertOfficer(actor: Actor): void {
  if (!isOfficer(actor)) throw new Problem(403, 'forbidden');
}
