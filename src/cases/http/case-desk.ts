import { Inject, Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { deriveId } from '#decider';
import type { Handled } from '#event-log';
import type { Listed, ListRange } from '#projection';
import { type Actor, type Meta, Problem } from '#service';
import { localDate } from '#terms';
import { Access } from '../../people/access/access.js';
import { seenPage } from '../../people/access/seen-page.js';
import { type CaseClass, openAction } from '../../people/access/vocabulary.js';
import { PLATFORM, type Platform } from '../../platform.js';
import {
  ageBandOf,
  instrumentsOn,
  jurisdiction,
  mayOverride,
  type RiskLevel,
  score,
  zoneOf,
} from '../../protocol/index.js';
import { Destinations, KnownOrganization } from '../../questions.js';
import { fingerprintOf, opened, past, soon } from '../../requests.js';
import type { CaseCommand, OpenCase } from '../domain/case.js';
import type { MeasureTerms } from '../domain/commands.js';
import { ReportIncomplete } from '../domain/completeness.js';
import type { Identity } from '../domain/events.js';
import { type CaseCard, caseCards } from '../views/case-card.js';
import type { SealedAt } from '../views/others.js';
import type {
  AttentionDto,
  MeasuresDto,
  MeasureTermsDto,
  OpenCaseDto,
  RiskAssessmentDto,
  StepDto,
} from './case.dto.js';
import { itemsOf } from './file.dto.js';
import { HandleCase } from './commands.js';
import { casesOf } from './person-records.js';

/** What opening a section shows. */
export type Shown<T> =
  { readonly state: 'none' | 'sealed' | 'erased' } | { readonly state: 'shown'; readonly value: T };

/** Where cases are opened and changed, by the API and by the pages alike. */
@Injectable()
export class CaseDesk {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(Access) private readonly access: Access,
  ) {}

  /**
   * Opens a case under an id made from the command's: sent again, it is the same case.
   * @throws Problem 422 the institution or the person is not known, or it lies in the future
   */
  async open(actor: Actor, meta: Meta, dto: OpenCaseDto): Promise<Handled & { readonly id: string }> {
    const { institution } = actor;
    const organization = await this.queries.execute(new KnownOrganization(institution));
    if (organization === undefined) throw new Problem(422, 'institution/unknown');
    const person = dto.person ?? deriveId(meta.commandId, 'person');
    if (dto.person !== undefined && !(await this.#knows(actor, dto.person))) {
      throw new Problem(422, 'case/unknown-person');
    }
    // Who has a file here comes again, or goes on with it.
    if (dto.person !== undefined && dto.condition === 'NEW') throw new Problem(422, 'case/condition-not-new');
    // One key is enough for the digest: erasing the person erases all of theirs.
    const owner = personalCategory(dto);
    const fingerprint = await fingerprintOf(
      this.platform.vault,
      dto,
      owner === undefined ? undefined : { subject: person, category: owner },
    );
    const id = deriveId(meta.commandId, 'case');
    // Whoever takes a complaint here keeps its checklist from the beginning.
    const kind = dto.complaint ? { ...(await this.#kindOf(institution)), items: itemsOf(dto.reportItems) } : {};
    const command = { ...openCommand(dto, institution, organization.country), ...kind };
    return { ...(await this.send(id, command, { ...meta, fingerprint })), id };
  }

  /** @throws Problem 404, 409 with each item the report lacks, 422 the court is not in the directory */
  async report(actor: Actor, id: string, meta: Meta, court: string): Promise<Handled> {
    await this.find(actor, id);
    if ((await this.queries.execute(new KnownOrganization(court))) === undefined) {
      throw new Problem(422, 'case/unknown-court');
    }
    try {
      return await this.send(id, { do: 'send-report', institution: actor.institution, court }, meta);
    } catch (error) {
      if (!(error instanceof ReportIncomplete)) throw error;
      const errors = error.missing.map((item) => ({ pointer: `/reportItems/${item}`, code: 'required' as const }));
      throw new Problem(409, error.code, { allowed: error.allowed ?? [], errors });
    }
  }

  /** @throws Problem 404, 409 no report was sent */
  async receiveReport(actor: Actor, id: string, meta: Meta): Promise<Handled> {
    const court = await this.#reportedTo(await this.find(actor, id));
    return this.send(id, { do: 'receive-report', institution: actor.institution, court }, meta);
  }

  /** @throws Problem 404, 409 the report went to another court, or to none */
  async decideMeasures(
    actor: Actor,
    id: string,
    meta: Meta,
    { granted, measures, terms = [] }: MeasuresDto,
  ): Promise<Handled> {
    const court = await this.#reportedTo(await this.find(actor, id));
    if (court !== actor.institution) throw new Problem(409, 'case/not-the-court', { allowed: [] });
    return this.send(id, { do: 'decide-measures', court, granted, measures, terms: termsOf(terms) }, meta);
  }

  /** @throws Problem 404, Refusal it is no step, not this institution's, or not its turn */
  async recordStep(actor: Actor, id: string, meta: Meta, { step, reportItems }: StepDto): Promise<Handled> {
    await this.find(actor, id);
    const { institution } = actor;
    const kind =
      step === 'complaint-received' ? { ...(await this.#kindOf(institution)), items: itemsOf(reportItems) } : {};
    return this.send(id, { do: 'record-step', institution, step, ...kind }, meta);
  }

  /** @throws Problem 404 */
  async attend(actor: Actor, id: string, meta: Meta, { service, level }: AttentionDto): Promise<Handled> {
    await this.find(actor, id);
    return this.send(
      id,
      { do: 'record-attention', institution: actor.institution, service, ...(level === undefined ? {} : { level }) },
      meta,
    );
  }

  /** Only the institution that answers for a case closes it. @throws Problem 404, 409 */
  async close(actor: Actor, id: string, meta: Meta, reason: string): Promise<Handled> {
    const { institution } = await this.find(actor, id);
    if (institution !== actor.institution) throw new Problem(409, 'case/not-yours', { allowed: [] });
    return this.send(id, { do: 'close', institution, reason }, meta);
  }

  /**
   * A case the actor's institution may see.
   * @throws Problem 404 there is none, or it is not theirs to see
   */
  async find(actor: Actor, id: string): Promise<CaseCard> {
    await this.access.assert(actor, { action: 'readCase', case: id }, 'case/unknown');
    const card = await this.platform.views.get(caseCards, id);
    if (card === undefined) throw new Problem(404, 'case/unknown');
    return card;
  }

  /**
   * Assesses the risk: by judgement, or by the answers to an instrument, scored here.
   * @throws Problem 422 the answers are not of the instrument, or the level is below what they show
   */
  async assess(actor: Actor, id: string, meta: Meta, dto: RiskAssessmentDto): Promise<Handled> {
    const card = await this.find(actor, id);
    const { institution } = actor;
    const answers = dto.answers ?? [];
    const owner = answers.length === 0 ? undefined : { subject: card.person, category: 'risk' };
    const fingerprint = await fingerprintOf(this.platform.vault, dto, owner);
    const day = localDate(meta.effectiveAt ?? this.platform.clock.now(), zoneOf(card.country));
    const command: CaseCommand = { do: 'assess-risk', institution, ...assessed(card.country, day, dto) };
    return this.send(id, command, { ...meta, fingerprint });
  }

  /** Of the cases in a list, those the actor may see. */
  listed(actor: Actor, list: string, range: ListRange): Promise<readonly Listed<CaseCard>[]> {
    return seenPage(
      range,
      (within) => this.platform.views.list(caseCards, list, within),
      (cards) => this.access.visible(actor, cards, ({ id }) => ({ action: 'readCase', case: id })),
    );
  }

  /** Opens who the person is, for whom the policies allow it. */
  async identity(actor: Actor, { id, identity }: CaseCard): Promise<Shown<Identity>> {
    return this.show(actor, id, identity, { type: 'CaseOpened', field: 'identity', category: 'identity' });
  }

  /** Opens a sealed section of a case, for whom the policies allow it. */
  async show<T>(
    actor: Actor,
    id: string,
    sealed: SealedAt<T> | undefined,
    { category, ...place }: { readonly type: string; readonly field: string; readonly category: CaseClass },
  ): Promise<Shown<T>> {
    if (sealed === undefined) return { state: 'none' };
    const grant = await this.access.grant(actor, { case: id }, [category]);
    if (grant === undefined) return { state: 'sealed' };
    const shown = await opened<T>(this.platform, { ...sealed, ...place, stream: `case-${id}` }, grant, category);
    return shown === 'erased' ? { state: 'erased' } : { state: 'shown', value: shown.value };
  }

  /** Whether a section would be opened for them, were it there. */
  async mayOpen(actor: Actor, id: string, category: CaseClass): Promise<boolean> {
    return (await this.access.decide(actor, { action: openAction(category), case: id })).allowed;
  }

  /** What kind of institution it is, as the directory says of its services. */
  async #kindOf(institution: string): Promise<{ readonly receivedBy?: string }> {
    const [service] = await this.queries.execute(new Destinations(institution));
    return service === undefined ? {} : { receivedBy: service.organizationKind };
  }

  /** Sends a command about a case that was looked at first. */
  async send(id: string, command: CaseCommand, meta: Meta): Promise<Handled> {
    const since = (await this.platform.views.get(caseCards, id))?.openedAt;
    return this.commands.execute(new HandleCase({ ...past(this.platform, meta, since), id, command }));
  }

  /** The court the report went to. @throws Problem 409 none was sent */
  async #reportedTo({ id, reportTo }: CaseCard): Promise<string> {
    const { views } = this.platform;
    const look = async () => (await views.get(caseCards, id))?.reportTo;
    const court = reportTo ?? (await soon(this.platform, [caseCards], look));
    if (court === undefined) throw new Problem(409, 'case/report-not-sent', { allowed: ['send-report'] });
    return court;
  }

  /** Whether somebody may see a case of hers that their institution answers for. */
  async #knows(actor: Actor, person: string): Promise<boolean> {
    const cards = await casesOf(this.platform.views, person);
    const own = cards.filter(({ institution }) => institution === actor.institution);
    return (await this.access.visible(actor, own, ({ id }) => ({ action: 'readCase', case: id }))).length > 0;
  }
}

const termsOf = (terms: readonly MeasureTermsDto[]): Readonly<Record<string, MeasureTerms>> =>
  Object.fromEntries(
    terms.map(({ measure, executor, until }) => [
      measure,
      { ...(executor === undefined ? {} : { executor }), ...(until === undefined ? {} : { until }) },
    ]),
  );

/** The first of the keys that what is told of her is sealed under. */
const personalCategory = ({ identity, narrative, whereabouts }: OpenCaseDto): string | undefined =>
  identity ? 'identity' : narrative !== undefined ? 'narrative' : whereabouts && 'location';

function openCommand({ age, ...dto }: OpenCaseDto, institution: string, country: string): OpenCase {
  const { district, entry, condition, person, sex, language, disability, declared, relation } = dto;
  const { types, principal, complaint, identity, narrative, setting, whereabouts } = dto;
  return {
    do: 'open',
    country,
    institution,
    district,
    entry,
    condition,
    sex,
    ageBand: ageBandOf(age),
    types,
    principal,
    complaint,
    ...(setting === undefined ? {} : { setting }),
    ...(person === undefined ? {} : { person }),
    ...(language === undefined ? {} : { language }),
    ...(disability === undefined ? {} : { disability }),
    ...(declared === undefined ? {} : { declared }),
    ...(relation === undefined ? {} : { relation }),
    ...(identity === undefined ? {} : { identity }),
    ...(narrative === undefined ? {} : { narrative }),
    ...(whereabouts === undefined ? {} : { whereabouts }),
  };
}

type Assessment = Omit<Extract<CaseCommand, { do: 'assess-risk' }>, 'do' | 'institution'>;

function assessed(
  country: string,
  day: string,
  { level, instrument, answers = [], reason }: RiskAssessmentDto,
): Assessment {
  if (answers.length === 0) {
    if (level === undefined) throw new Problem(422, 'case/level-missing');
    return { level };
  }
  const used = instrumentsOn(jurisdiction(country), day).find(({ code }) => code === instrument);
  if (used === undefined) throw new Problem(422, 'case/unknown-instrument');
  const given = Object.fromEntries(answers.map(({ item, value }) => [item, value]));
  if (Object.keys(given).length < answers.length) throw new Problem(422, 'case/bad-answers');
  const scored = tried(() => score(used, given));
  const { code, version } = used;
  const { min, max } = scored;
  const found = { instrument: code, version, score: { min, max }, answers: given };
  if (level === undefined || level === scored.level) return { ...found, level: scored.level };
  if (!mayOverride(scored, level as RiskLevel)) throw new Problem(422, 'case/level-below-answers');
  return { ...found, level, raisedFrom: scored.level, ...(reason === undefined ? {} : { raisedBecause: reason }) };
}

function tried<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw new Problem(422, 'case/bad-answers');
    throw error;
  }
}
