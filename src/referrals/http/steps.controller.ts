import { applyDecorators, Body, Controller, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  type Actor,
  type Answer,
  answer,
  Answers,
  CommandMeta,
  CurrentActor,
  type Meta,
  Reads,
  UuidPipe,
} from '#service';
import { referralCards } from '../views/referral-card.js';
import { inUtc, ReferralDesk, type Step } from './referral-desk.js';
import { StepAnswerView } from './referral.parts.js';
import { Refuses } from './refuses.js';
import {
  AbsenceDto,
  AcceptanceDto,
  AppointmentCancellationDto,
  AppointmentDto,
  AttendanceDto,
  CancellationDto,
  ContactDto,
  DeclineDto,
  HoldDto,
  NoteDto,
  ReceiptDto,
  ReferralClosureDto,
  ReportBackDto,
  RerouteDto,
  ResumptionDto,
  UndoDto,
  WithdrawalDto,
} from './referral.dto.js';

/** A route that takes a step: what it answers, and what it refuses beside what any step is refused for. */
const Takes = (...more: readonly string[]): MethodDecorator =>
  applyDecorators(
    HttpCode(200),
    Answers(StepAnswerView),
    Refuses('referral/unknown', 'referral/not-yours', 'referral/step-not-allowed', ...more),
  );

/** The steps of a referral, each of one of its ends. A step that is refused names those that are possible. */
@Controller('api/referrals/:id')
@Reads(referralCards)
export class StepsController {
  constructor(@Inject(ReferralDesk) private readonly desk: ReferralDesk) {}

  /** Seen: not yet a yes. */
  @Post('receipt')
  @Takes()
  receive(
    @Param('id', UuidPipe) id: string,
    @Body() _dto: ReceiptDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#take(reply, actor, id, meta, { do: 'receive' });
  }

  @Post('acceptance')
  @Takes()
  accept(
    @Param('id', UuidPipe) id: string,
    @Body() _dto: AcceptanceDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#take(reply, actor, id, meta, { do: 'accept' });
  }

  @Post('decline')
  @Takes()
  decline(
    @Param('id', UuidPipe) id: string,
    @Body() { reason }: DeclineDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#take(reply, actor, id, meta, { do: 'decline', reason });
  }

  /** A day and hour are agreed, or agreed anew. */
  @Post('appointment')
  @Takes('referral/appointment-in-past', 'referral/change-without-reason')
  schedule(
    @Param('id', UuidPipe) id: string,
    @Body() { at, place, companion, change }: AppointmentDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#take(reply, actor, id, meta, {
      ...{ do: 'schedule', at: inUtc(at), place },
      ...(companion === undefined ? {} : { companion }),
      ...(change === undefined ? {} : { change }),
    });
  }

  @Post('appointment-cancellation')
  @Takes()
  cancelAppointment(
    @Param('id', UuidPipe) id: string,
    @Body() { by, reason }: AppointmentCancellationDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#take(reply, actor, id, meta, { do: 'cancel-appointment', by, reason });
  }

  /** Nobody came to the appointment. */
  @Post('absence')
  @Takes('referral/appointment-not-yet')
  miss(
    @Param('id', UuidPipe) id: string,
    @Body() _dto: AbsenceDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#take(reply, actor, id, meta, { do: 'miss' });
  }

  /** An attempt to reach the person. */
  @Post('contact')
  @Takes()
  contact(
    @Param('id', UuidPipe) id: string,
    @Body() { result }: ContactDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#take(reply, actor, id, meta, { do: 'contact', result });
  }

  /** On a waiting list, until a day on which somebody looks again. */
  @Post('hold')
  @Takes('referral/wake-in-past')
  hold(
    @Param('id', UuidPipe) id: string,
    @Body() { reason, until }: HoldDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#take(reply, actor, id, meta, { do: 'hold', reason, until: inUtc(until) });
  }

  @Post('resumption')
  @Takes()
  resume(
    @Param('id', UuidPipe) id: string,
    @Body() _dto: ResumptionDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#take(reply, actor, id, meta, { do: 'resume' });
  }

  /** The first attention took place. */
  @Post('attendance')
  @Takes()
  attend(
    @Param('id', UuidPipe) id: string,
    @Body() { service }: AttendanceDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#take(reply, actor, id, meta, { do: 'attend', service });
  }

  /** The receiver tells the sender what came of it. */
  @Post('report-back')
  @Takes('referral/served-without-attention')
  reportBack(
    @Param('id', UuidPipe) id: string,
    @Body() { outcome }: ReportBackDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#take(reply, actor, id, meta, { do: 'report-back', outcome });
  }

  /** The sender read the answer. */
  @Post('closure')
  @Takes()
  close(
    @Param('id', UuidPipe) id: string,
    @Body() { disposition }: ReferralClosureDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#take(reply, actor, id, meta, { do: 'close', disposition });
  }

  /** Taken back before the yes; asked for after it, and confirmed by the receiver. */
  @Post('cancellation')
  @Takes()
  cancel(
    @Param('id', UuidPipe) id: string,
    @Body() { by, reason }: CancellationDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#take(reply, actor, id, meta, { do: 'cancel', by, reason });
  }

  /** The person takes back what she allowed; either end hears it. */
  @Post('consent-withdrawal')
  @Takes('referral/no-consent-to-withdraw')
  withdraw(
    @Param('id', UuidPipe) id: string,
    @Body() { mode }: WithdrawalDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#take(reply, actor, id, meta, { do: 'withdraw', ...(mode === undefined ? {} : { mode }) });
  }

  /** Takes back this institution’s last step, within a minute. */
  @Post('undo')
  @HttpCode(200)
  @Answers(StepAnswerView)
  @Refuses('referral/unknown', 'referral/nothing-to-undo', 'referral/too-late-to-undo')
  undo(
    @Param('id', UuidPipe) id: string,
    @Body() _dto: UndoDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#take(reply, actor, id, meta, { do: 'undo' });
  }

  /** On to another service: the referral stays one, and the person is asked anew. */
  @Post('reroute')
  @Takes(
    'referral/to-oneself',
    'referral/same-service',
    'referral/consent-incomplete',
    'referral/consent-over',
    'referral/more-than-agreed',
    'referral/duty-missing',
    'referral/words-without-consent',
    'referral/unknown-destination',
    'referral/destination-closed',
    'referral/destination-takes-none',
  )
  async reroute(
    @Param('id', UuidPipe) id: string,
    @Body() dto: RerouteDto,
    @CommandMeta({ personal: true }) meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.reroute(actor, id, meta, dto));
  }

  /** Words added later: they move nothing. */
  @Post('note')
  @Takes()
  async note(
    @Param('id', UuidPipe) id: string,
    @Body() { note }: NoteDto,
    @CommandMeta({ personal: true }) meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.note(actor, id, meta, note));
  }

  async #take(reply: FastifyReply, actor: Actor, id: string, meta: Meta, step: Step): Promise<Answer> {
    return answer(reply, await this.desk.take(actor, id, meta, step));
  }
}
