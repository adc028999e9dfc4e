import { Inject, Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { deriveId } from '#decider';
import type { Handled } from '#event-log';
import { type Actor, type Meta, Problem } from '#service';
import { PLATFORM, type Platform } from '../../platform.js';
import { CaseStanding } from '../../questions.js';
import { fingerprintOf, opened, soon } from '../../requests.js';
import { Access } from '../access/access.js';
import { type Glasses, glassDecider, type GlassReason, type ReviewOutcome } from '../domain/break-glass.js';
import { assertTwo, codesOfPerson } from '../same-person.js';
import { type Glass, glasses } from '../views/glasses.js';
import { HandleGlass } from './commands.js';

const most = 200;

/** What emergency access is asked with. */
export interface Emergency {
  /** The code of the case, read aloud. */
  readonly case: string;
  readonly reason: GlassReason;
  readonly explanation: string;
}

/** Where emergency access is taken and reviewed, by the API and by the pages alike. */
@Injectable()
export class GlassDesk {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(Access) private readonly access: Access,
  ) {}

  /**
   * Opens a case that is not theirs, for an hour.
   * @throws Problem 404 there is none, or none that may be opened so; 409 too often, or an earlier one was not reviewed
   */
  async break(
    actor: Actor,
    meta: Meta,
    dto: Emergency,
  ): Promise<Handled & { readonly id: string; readonly case: string }> {
    const { code: staff, institution } = actor;
    const of = await this.queries.execute(new CaseStanding({ code: dto.case.toUpperCase() }, institution));
    const wish = { action: 'breakGlass', case: of?.id ?? '-', purpose: 'emergency' } as const;
    await this.access.assert(actor, wish, 'case/unknown');
    if (of === undefined) throw new Problem(404, 'case/unknown');
    const { id, person, owner, country } = of;
    const { reason, explanation } = dto;
    const fingerprint = await fingerprintOf(this.platform.vault, dto, { subject: person, category: 'narrative' });
    const taken = { staff, institution, case: id, person, owner, country, reason, explanation };
    const command = { do: 'break', ...taken, earlier: await this.#underOtherCodes(staff) } as const;
    const handled = await this.commands.execute(new HandleGlass({ ...meta, fingerprint, id: staff, command }));
    return { ...handled, id: deriveId(meta.commandId, 'glass'), case: id };
  }

  /** @throws Problem 403 it is not theirs to review, 404, 409 it is their own, or was reviewed */
  async review(actor: Actor, id: string, meta: Meta, outcome: ReviewOutcome): Promise<Handled> {
    const { staff, owner } = await this.#one(actor, id);
    await this.access.assert(actor, { action: 'reviewGlass', of: owner, purpose: 'review' });
    await assertTwo(this.platform, staff, actor.code, 'glass/own');
    const command = { do: 'review', glass: id, outcome } as const;
    return this.commands.execute(new HandleGlass({ ...meta, id: staff, command }));
  }

  /** One of them with its words, for whoever reviews it. @throws Problem 403, 404 */
  async read(actor: Actor, id: string): Promise<{ readonly glass: Glass; readonly words: string | undefined }> {
    const glass = await this.#one(actor, id);
    const { staff, explanation } = glass;
    const grant = await this.access.grantToReview(actor, glass);
    if (explanation === undefined) return { glass, words: undefined };
    const place = { ...explanation, stream: `glass-${staff}`, type: 'GlassBroken', field: 'explanation' };
    const shown = await opened<string>(this.platform, place, grant, 'narrative');
    return { glass, words: shown === 'erased' ? undefined : shown.value };
  }

  /** Those somebody took, or reviews; the latest first. */
  async listFor(actor: Actor): Promise<readonly Glass[]> {
    const listed = await this.platform.views.list(glasses, 'all', { limit: most, descending: true });
    const concerns = await this.access.concernsOf(actor);
    const all = listed.map(({ document }) => document).filter((glass) => !concerns.has(glass.case));
    const theirs = await this.access.visible(actor, all, ({ owner }) => ({
      ...{ action: 'reviewGlass', of: owner, purpose: 'review' },
    }));
    return all.filter((glass) => glass.staff === actor.code || theirs.includes(glass));
  }

  /** What the person of a code took under every other of theirs, also one they left: from the record itself. */
  async #underOtherCodes(code: string): Promise<Glasses> {
    let taken = glassDecider.initial;
    for (const other of await codesOfPerson(this.platform, code)) {
      if (other === code) continue;
      for await (const { type, data, metadata } of this.platform.log.readStream(`glass-${other}`)) {
        const { actor = '', commandId = '', recordedAt = '' } = metadata;
        const event = glassDecider.events.decode(type, Number(metadata['schema']), data);
        taken = glassDecider.evolve(taken, event, { actor, commandId, recordedAt });
      }
    }
    return taken;
  }

  /** @throws Problem 404, also to whoever is concerned in the case */
  async #one(actor: Actor, id: string): Promise<Glass> {
    const { views } = this.platform;
    const glass = await soon(this.platform, [glasses], () => views.get(glasses, id));
    if (glass === undefined || (await this.access.concernsOf(actor)).has(glass.case))
      throw new Problem(404, 'glass/unknown');
    return glass;
  }
}
