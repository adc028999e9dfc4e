import { deriveId } from '#decider';
import { type Month, monthRange } from '#terms';
import type { CaseCommand } from '../../cases/domain/case.js';
import { publicCode, zoneOf } from '../../protocol/index.js';
import type { ReferralCommand } from '../../referrals/domain/commands.js';
import { recording, silence } from '../assumptions.js';
import { type DemoBoard, workerOf } from '../boards/model.js';
import { instant, officeTime } from '../moments.js';
import type { Random } from '../random.js';
import type { Need } from '../routes.js';
import type { Journey, Moment } from '../schedule.js';

/** How a case begins: where, when, through which door, and as what. */
export interface Opening {
  readonly seed: number;
  readonly board: DemoBoard;
  /** Where it happened. */
  readonly district: string;
  readonly month: Month;
  /** Among the cases of its district and month. */
  readonly index: number;
  readonly at: number;
  readonly door: string;
  readonly condition: string;
  readonly around?: Around;
}

/** What else begins with what happens in cases. */
export interface Around {
  sent(sent: SentReferral): readonly Journey[];
  closed(closed: ClosedCase): readonly Journey[];
}

/** A case nothing more happens in. */
export interface ClosedCase {
  readonly case: string;
  readonly person: string;
  /** Who answered for it. */
  readonly institution: string;
  /** When its end was recorded. */
  readonly at: number;
}

/** A referral that was just sent, with what others beside its two ends may know. */
export interface SentReferral {
  readonly referral: string;
  readonly case: string;
  readonly district: string;
  readonly from: string;
  readonly to: string;
  /** When its record was made. */
  readonly at: number;
  readonly told: Told;
}

/** Whom a case concerns, as it was told when it was opened. */
export interface Told {
  readonly principal: string;
  readonly sex: string;
  readonly ageBand: string;
  readonly language?: string;
}

/** What the journeys of one case share. */
export class CaseFile {
  readonly id: string;
  readonly openedBy: string;
  readonly person: string;
  readonly code: string;
  readonly board: DemoBoard;
  /** Where it happened. */
  readonly district: string;
  /** At the last valuation. */
  risk = 'UNDETERMINED';
  /** Mother tongue, where it was asked. */
  language: string | undefined;
  told: Omit<Told, 'language'> = { principal: 'OTHER', sex: 'UNKNOWN', ageBand: 'UNKNOWN' };
  /** When the last step planned so far is recorded. */
  lastAt = 0;
  readonly #around: Around | undefined;
  #journeys = 0;
  #referrals = 0;

  constructor(
    { seed, board, district, month, index, at, around }: Opening,
    readonly need: Omit<Need, 'severe'>,
    private readonly finale: () => Journey,
  ) {
    this.board = board;
    this.district = district;
    this.#around = around;
    this.id = deriveId(seed, 'case', district, month, index);
    this.openedBy = deriveId(this.id, 'open');
    this.person = deriveId(this.openedBy, 'person');
    this.code = publicCode(this.openedBy, instant(at), board.country);
  }

  nextReferral(): string {
    return deriveId(this.id, 'referral', (this.#referrals += 1));
  }

  /** What else begins now that a referral was sent. */
  sent(sent: Pick<SentReferral, 'referral' | 'from' | 'to' | 'at'>): readonly Journey[] {
    const { id, district, told, language } = this;
    return this.#around?.sent({ ...sent, case: id, district, told: { ...told, ...(language && { language }) } }) ?? [];
  }

  /** What else begins now that it was closed. */
  closed(closed: Pick<ClosedCase, 'institution' | 'at'>): readonly Journey[] {
    const { id, person } = this;
    return this.#around?.closed({ ...closed, case: id, person }) ?? [];
  }

  /** A journey of this case, counted until it ends; after the last one comes the finale. */
  underWay(journey: Journey): Journey {
    this.#journeys += 1;
    return this.#follow(journey);
  }

  *#follow(journey: Journey): Journey {
    yield* journey;
    this.#journeys -= 1;
    if (this.#journeys === 0) yield* this.finale();
  }
}

/** One chain of steps in a case: when the last one happened, and when the system learnt of it. */
export class Strand {
  #sent = 0;

  constructor(
    readonly file: CaseFile,
    readonly random: Random,
    private readonly name: string,
    public at: number,
    public recorded: number,
  ) {}

  /** Lets time pass, at the pace of the place; to the second. */
  pass(hours: number): this {
    this.at += Math.round(hours * this.file.board.mix.slowness.value * 3_600) * 1_000;
    return this;
  }

  /** The instant itself in office hours, else a moment on the next working morning. */
  officeTime(at: number): number {
    return officeTime(at, this.random, zoneOf(this.file.board.country));
  }

  /** What happened now, recorded a little later and never before the step before it. */
  case(institution: string, command: CaseCommand): Moment {
    return this.#moment('case', this.file.id, institution, command);
  }

  referral(id: string, institution: string, command: ReferralCommand): Moment {
    return this.#moment('referral', id, institution, command);
  }

  /** A chain that goes off from here. */
  branch(name: string): Strand {
    return new Strand(this.file, this.random.split(), `${this.name}/${name}`, this.at, this.recorded);
  }

  #moment(category: string, id: string, institution: string, command: CaseCommand | ReferralCommand): Moment {
    const delay = Math.round(this.random.delay(recording.value.usual) * 3_600) * 1_000;
    this.recorded = Math.max(this.recorded + 1_000, this.at + delay);
    this.file.lastAt = Math.max(this.file.lastAt, this.recorded);
    const commandId = command.do === 'open' ? this.file.openedBy : deriveId(this.file.id, this.name, (this.#sent += 1));
    return {
      at: this.recorded,
      send: {
        at: this.recorded,
        effectiveAt: this.at,
        category,
        id,
        commandId,
        correlationId: this.file.id,
        actor: workerOf(institution, this.random.chance(0.5) ? 1 : 2),
        command,
      },
    };
  }
}

const zone = zoneOf('PE');
const [silentFrom] = monthRange(silence.value.from, zone);
const [, silentUntil] = monthRange(silence.value.to, zone);
const silent = { from: Date.parse(silentFrom), until: Date.parse(silentUntil) };

/** Whether an institution records anything at that time. */
export const records = (organization: string, at: number): boolean =>
  organization !== silence.value.organization || at < silent.from || at >= silent.until;

/** How long after it happened a case is recorded, in milliseconds; a few only days later. */
export function recordedAfter(random: Random): number {
  const { usual, lateShare, late } = recording.value;
  const hours = random.chance(lateShare) ? random.between(late.fromHours, late.untilHours) : random.delay(usual);
  return Math.round(hours * 3_600) * 1_000;
}
