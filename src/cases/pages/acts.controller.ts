import { Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Handled } from '#event-log';
import { type Actor, CommandMeta, CurrentActor, type Meta, UuidPipe } from '#service';
import { countryNow } from '../../country.js';
import { actOf, checked } from '../../pages/forms.js';
import { filledIn, seeOther } from '../../pages/pages.js';
import { reportNeeds } from '../../protocol/index.js';
import { IsCode } from '../../requests.js';
import { CaseDesk } from '../http/case-desk.js';
import { AttentionDto, CaseClosureDto, MeasuresDto, ReportDto, RiskAssessmentDto, StepDto } from '../http/case.dto.js';
import { FileDesk } from '../http/file-desk.js';
import { MeasureExtensionDto, MeasureStepDto, ReopeningDto, StayDto, TransferDto } from '../http/file.dto.js';
import { OtherPersonDto } from '../http/persons.controller.js';
import { OthersDesk } from '../http/others-desk.js';
import { AggressorDto, ChildrenDto, ReporterDto } from '../http/others.dto.js';
import { PersonsDesk } from '../http/persons-desk.js';
import { RecordShelterPlaceDto } from '../http/place.dto.js';
import { PlacesDesk } from '../http/places-desk.js';
import { homeCoded, WhereaboutsForm, whereaboutsOf } from './whereabouts-form.js';

class SaidDto extends OtherPersonDto {
  @IsIn(['link', 'unlink', 'dismiss'])
  say: 'link' | 'unlink' | 'dismiss';

  @IsOptional()
  @IsCode('linkReasons')
  reason?: string;
}

class MeasureEndForm {
  /** What takes its place; left open: nothing. */
  @IsOptional()
  @IsCode('protectiveMeasures')
  code?: string;
}

/** A form as it was sent. */
interface Sent {
  readonly actor: Actor;
  /** Of the case. */
  readonly id: string;
  readonly meta: Meta;
  readonly body: unknown;
}
interface Desks {
  readonly cases: CaseDesk;
  readonly files: FileDesk;
  readonly persons: PersonsDesk;
  readonly others: OthersDesk;
  readonly places: PlacesDesk;
}
type Act<More = object> = (desks: Desks, sent: Sent & More) => Promise<Handled>;

/** What each form of a case records, by the path it is sent to. */
const acts: Readonly<Record<string, Act>> = {
  atencion: ({ cases }, { actor, id, meta, body }) => cases.attend(actor, id, meta, checked(AttentionDto, body)),
  informe: ({ cases }, { actor, id, meta, body }) => cases.report(actor, id, meta, checked(ReportDto, body).court),
  recepcion: ({ cases }, { actor, id, meta }) => cases.receiveReport(actor, id, meta),
  // A form says nothing of boxes nobody ticked.
  medidas: ({ cases }, { actor, id, meta, body }) =>
    cases.decideMeasures(actor, id, meta, checked(MeasuresDto, body, { measures: [] })),
  paso: ({ cases }, { actor, id, meta, body }) => cases.recordStep(actor, id, meta, checked(StepDto, body)),
  cierre: ({ cases }, { actor, id, meta, body }) => cases.close(actor, id, meta, checked(CaseClosureDto, body).reason),
  datos: ({ files }, { actor, id, meta, body }) => files.complete(actor, id, meta, { items: itemsIn(body) }),
  reapertura: ({ files }, { actor, id, meta, body }) => files.reopen(actor, id, meta, checked(ReopeningDto, body)),
  traspaso: ({ files }, { actor, id, meta, body }) => files.transfer(actor, id, meta, checked(TransferDto, body)),
  acogida: ({ files }, { actor, id, meta, body }) => files.stay(actor, id, meta, checked(StayDto, body)),
  persona: async ({ cases, persons }, { actor, id, meta, body }) => {
    const { person } = await cases.find(actor, id);
    const { say, other, reason } = checked(SaidDto, body);
    return persons.say(actor, meta, { do: say, person, other, ...(reason === undefined ? {} : { reason }) });
  },
};

/** What each form of one measure records. */
const measureActs: Readonly<Record<string, Act<{ readonly measure: string }>>> = {
  paso: ({ files }, { actor, id, measure, meta, body }) =>
    files.step(actor, id, measure, meta, checked(MeasureStepDto, body)),
  plazo: ({ files }, { actor, id, measure, meta, body }) =>
    files.extend(actor, id, measure, meta, checked(MeasureExtensionDto, body)),
  fin: ({ files }, { actor, id, measure, meta, body }) => {
    const { code } = checked(MeasureEndForm, body);
    const order =
      code === undefined ? ({ how: 'ENDED' } as const) : ({ how: 'SUBSTITUTED', replacement: { code } } as const);
    return files.end(actor, id, measure, meta, order);
  },
};

/** What each form about others of a case records. */
const otherActs: Readonly<Record<string, Act>> = {
  denunciada: ({ others }, { actor, id, meta, body }) => others.aggressor(actor, id, meta, checked(AggressorDto, body)),
  hijos: ({ others }, { actor, id, meta, body }) => others.children(actor, id, meta, checked(ChildrenDto, apart(body))),
  aviso: ({ others }, { actor, id, meta, body }) => others.reporter(actor, id, meta, checked(ReporterDto, body)),
};

/** What each form about where she is records. */
const placeActs: Readonly<Record<string, Act>> = {
  domicilio: async ({ cases, places }, { actor, id, meta, body }) => {
    const { district } = await cases.find(actor, id);
    const form = checked(WhereaboutsForm, homeCoded(filledIn(body), district));
    return places.live(actor, id, meta, whereaboutsOf(form));
  },
  hogar: ({ places }, { actor, id, meta, body }) =>
    places.shelter(actor, id, meta, checked(RecordShelterPlaceDto, body)),
};

/** Ages as people write them in one field: `3, 7 y 12`. */
function apart(body: unknown): object {
  const given = filledIn(body);
  const { ages } = given;
  return typeof ages === 'string'
    ? { ...given, ages: ages.split(/[\s,;]+|\by\b/u).filter((age) => age !== '') }
    : given;
}

/** Where one goes on, if not at the case: who gave it away sees it no more. */
const goesOn: Readonly<Record<string, string>> = { traspaso: '/casos' };

/** The items of the police report that were filled in. */
function itemsIn(body: unknown): { item: string; state: string }[] {
  const given = filledIn(body);
  return reportNeeds(countryNow()).flatMap((item) => {
    const state = given[item];
    return typeof state === 'string' && state !== '' ? [{ item, state }] : [];
  });
}

/** The forms of a case's page: each is one of a table, and all are sent alike. */
@ApiExcludeController()
@Controller('casos/:id')
export class CaseActPages {
  readonly #desks: Desks;

  constructor(
    @Inject(CaseDesk) cases: CaseDesk,
    @Inject(FileDesk) files: FileDesk,
    @Inject(PersonsDesk) persons: PersonsDesk,
    @Inject(OthersDesk) others: OthersDesk,
    @Inject(PlacesDesk) places: PlacesDesk,
  ) {
    this.#desks = { cases, files, persons, others, places };
  }

  /** Answers about a person: their fingerprint is made under a key of the person's own. */
  @Post('riesgo')
  async assess(
    @Param('id', UuidPipe) id: string,
    @Req() { body }: FastifyRequest,
    @CommandMeta({ personal: true }) meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { position } = await this.#desks.cases.assess(actor, id, meta, checked(RiskAssessmentDto, body));
    seeOther(reply, `/casos/${id}`, position);
  }

  /** What is written of others is theirs: its fingerprint is made under a key of their own. */
  @Post('otras/:kind')
  async describe(
    @Param('id', UuidPipe) id: string,
    @Param('kind') kind: string,
    @Req() { body }: FastifyRequest,
    @CommandMeta({ personal: true }) meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const act = actOf(otherActs, kind);
    const { position } = await act(this.#desks, { actor, id, meta, body });
    seeOther(reply, `/casos/${id}`, position);
  }

  /** Where she is: its fingerprint is made under the key it is sealed with. */
  @Post('lugares/:kind')
  async place(
    @Param('id', UuidPipe) id: string,
    @Param('kind') kind: string,
    @Req() { body }: FastifyRequest,
    @CommandMeta({ personal: true }) meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const act = actOf(placeActs, kind);
    const { position } = await act(this.#desks, { actor, id, meta, body });
    seeOther(reply, `/casos/${id}`, position);
  }

  @Post(':path')
  async take(
    @Param('id', UuidPipe) id: string,
    @Param('path') path: string,
    @Req() { body }: FastifyRequest,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const act = actOf(acts, path);
    const { position } = await act(this.#desks, { actor, id, meta, body });
    seeOther(reply, goesOn[path] ?? `/casos/${id}`, position);
  }

  @Post('medidas/:measure/:path')
  async takeMeasure(
    @Param('id', UuidPipe) id: string,
    @Param('measure', UuidPipe) measure: string,
    @Param('path') path: string,
    @Req() { body }: FastifyRequest,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const act = actOf(measureActs, path);
    const { position } = await act(this.#desks, { actor, id, measure, meta, body });
    seeOther(reply, `/casos/${id}`, position);
  }
}
