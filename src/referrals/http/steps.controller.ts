import { Body, Controller, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Actor, type Answer, answer, CommandMeta, CurrentActor, type Meta, Reads, UuidPipe } from '#service';
import { referralCards } from '../views/referral-card.js';
import { inUtc, ReferralDesk, type Step } from './referral-desk.js';
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

/** The steps of a referral, each of one of its ends. A step that is refused names those that are possible. */
@Controller('api/referrals/:id')
@Reads(referralCards)
export class StepsController {
  constructor(@Inject(ReferralDesk) private readonly desk: ReferralDesk) {}

  /** Seen: not yet a yes. */
  @Post('receipt')
  @HttpCode(200)
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
  @HttpCode(200)
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
  @HttpCode(200)
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
  @HttpCode(200)
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
  @HttpCode(200)
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
  @HttpCode(200)
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
  @HttpCode(200)
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
  @HttpCode(200)
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
  @HttpCode(200)
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
  @HttpCode(200)
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
  @HttpCode(200)
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
  @HttpCode(200)
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
  @HttpCode(200)
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
  @HttpCode(200)
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
  @HttpCode(200)
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
  @HttpCode(200)
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
