import { deriveId } from '#decider';
import { localDate } from '#terms';
import type { FundCommand } from '../../programmes/domain/fund.js';
import type { FundPurpose } from '../../programmes/domain/fund-events.js';
import { zoneOf } from '../../protocol/index.js';
import { type DemoBoard, organizationOf, workerOf } from '../boards/model.js';
import type { SentReferral } from '../journeys/case-file.js';
import { steps } from '../journeys/meetings.js';
import { instant, span } from '../moments.js';
import { Random } from '../random.js';
import type { Journey } from '../schedule.js';
import { inMoneyOf, support } from './assumptions.js';

const fundOf = ({ code }: Pick<DemoBoard, 'code'>): string => `fondo-${code}`;

/** The fund of one board while it is played. It knows what its lines still have, so that nothing is promised twice. */
export class SupportFund {
  readonly #id: string;
  readonly #administrator: string;
  /** Cents left, by line. */
  readonly #free = new Map<string, number>();
  #steps = 0;

  constructor(private readonly board: DemoBoard) {
    this.#id = fundOf(board);
    this.#administrator = organizationOf(board, board.programmes.fund);
  }

  /** The money of a year comes in; with the first of it, the fund is opened. */
  *funded(year: string, at: number): Journey {
    const { board } = this;
    const { country, name: place, programmes } = board;
    const send = this.#send(`lines ${year}`);
    if (this.#free.size === 0) {
      const administrator = this.#administrator;
      yield send(at, { do: 'open', country, name: `Fondo de apoyo de ${place}`, administrator });
    }
    const source = organizationOf(board, programmes.government);
    const names = { municipal: `Presupuesto municipal ${year}`, donor: `Cooperación ${year}` } as const;
    for (const [kind, cents] of Object.entries(support.value.lines)) {
      const line = `${kind}-${year}`;
      const { amount, currency } = inMoneyOf(board, cents);
      this.#free.set(line, amount);
      const of = kind === 'donor' ? { name: names.donor, donor: 'cooperacion-demo' } : { name: names.municipal };
      yield send(at, { do: 'add-line', line, source, currency, cents: amount, ...of });
    }
  }

  /** What a referral that was just sent needs money for, if anything. */
  *asked({ referral, case: of, from, at }: SentReferral): Journey {
    const { board } = this;
    const { share, fromDonor, askedAfterHours } = support.value;
    const random = Random.of('support', referral);
    if (!random.chance(Math.min(share * board.mix.slowness.value, 1))) return;
    const asked = at + span(random.between(...askedAfterHours));
    const year = localDate(instant(asked), zoneOf(board.country)).slice(0, 4);
    const line = `${random.chance(fromDonor) ? 'donor' : 'municipal'}-${year}`;
    // The new year's money is there when its first month begins, or the demo ends before it.
    if (!this.#free.has(line)) return;
    const request = deriveId(referral, 'support');
    const purpose: FundPurpose = random.pick(support.value.purposes);
    const cents = this.#amount(purpose, random);
    const units = purpose === 'LODGING' || purpose === 'PROFESSIONAL_DAYS' ? Math.round(random.between(1, 4)) : 1;
    const send = this.#send(request, workerOf(from, 2));
    yield send(asked, { do: 'request', request, referral, case: of, line, purpose, institution: from, cents, units });
    yield* this.#decided(request, { line, cents, asked, random });
  }

  *#decided(
    request: string,
    {
      line,
      cents,
      asked,
      random,
    }: { readonly line: string; readonly cents: number; readonly asked: number; readonly random: Random },
  ): Journey {
    const { decidedAfterHours, granted, rejections, notNeeded, paidAfterHours, returned } = support.value;
    const send = this.#send(`decided ${request}`, workerOf(this.#administrator, 1));
    const decided = asked + span(random.between(...decidedAfterHours));
    const left = this.#free.get(line) ?? 0;
    if (left < cents) {
      yield send(decided, { do: 'reject', request, reason: 'NO_BUDGET' });
      return;
    }
    if (!random.chance(granted)) {
      yield send(decided, { do: 'reject', request, reason: random.pick(rejections) });
      return;
    }
    this.#free.set(line, left - cents);
    yield send(decided, { do: 'approve', request });
    const paid = decided + span(random.between(...paidAfterHours));
    if (random.chance(notNeeded)) {
      yield send(paid, { do: 'cancel', request, reason: 'NO_LONGER_NEEDED' });
      return;
    }
    yield send(paid, { do: 'pay', request, voucher: this.#voucher() });
    if (!random.chance(returned)) return;
    const back = Math.max(1, Math.round(cents * random.between(0.2, 0.8)));
    yield send(paid + span(72), { do: 'reimburse', request, voucher: this.#voucher(), cents: back });
  }

  /** In whole tens of cents. */
  #amount(purpose: FundPurpose, random: Random): number {
    const [from, until] = support.value.cents[purpose] ?? [1_000, 2_000];
    return Math.round(inMoneyOf(this.board, random.between(from, until)).amount / 10) * 10;
  }

  #voucher(): string {
    return `COMPROBANTE-${String((this.#steps += 1)).padStart(4, '0')}`;
  }

  #send(part: string, actor = workerOf(this.#administrator, 1)) {
    return steps<FundCommand>(this.board, 'fund', this.#id, part, actor);
  }
}
