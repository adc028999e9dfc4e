import type { EventLog } from '#event-log';
import { type Fact, factMaker } from '#publishing';
import { referralPublication } from '../../referrals/published/facts.js';

/** Who sent a referral, and to whom each leg of it went. */
interface Ends {
  readonly from?: string;
  readonly to: Readonly<Record<number, string>>;
}

/** What facts of referrals say of institutions. */
interface Said {
  readonly leg?: number;
  readonly from?: string;
  readonly to?: string;
  readonly institution?: string;
}

const maker = factMaker([referralPublication]);

/** Referrals whose ends are remembered. */
const remembered = 2_000;

/**
 * Whose business a fact of a referral is: those it names, whoever sent the referral, and the institution the leg was with
 * that it speaks of. Whoever had it before, or has it after, is not told.
 *
 * The ends are read from the referral's own stream, so that the answer is the same whenever it is asked for.
 */
export class ReferralEnds {
  readonly #known = new Map<string, { readonly revision: number; readonly ends: Ends }>();

  constructor(private readonly log: Pick<EventLog, 'readStream'>) {}

  /** @throws FactsStopped, LogUnavailable */
  async of(fact: Fact): Promise<ReadonlySet<string>> {
    const { leg, from, to, institution } = fact.data as Said;
    const ends = await this.#upTo(fact);
    // What ends a referral as a whole is said of the leg it is on.
    const last = Math.max(...Object.keys(ends.to).map(Number));
    const told = [from, to, institution, ends.from, ends.to[leg ?? last]];
    return new Set(told.filter((each) => each !== undefined));
  }

  async #upTo({ stream, revision: until }: Fact): Promise<Ends> {
    const known = this.#known.get(stream);
    const usable = known !== undefined && known.revision <= until;
    let ends: Ends = usable ? known.ends : { to: {} };
    for await (const event of this.log.readStream(stream, { after: usable ? known.revision : 0, until })) {
      const fact = maker.make(event);
      if (fact !== undefined) ends = after(ends, fact);
    }
    this.#known.delete(stream);
    this.#known.set(stream, { revision: until, ends });
    const [oldest] = this.#known.keys();
    if (this.#known.size > remembered && oldest !== undefined) this.#known.delete(oldest);
    return ends;
  }
}

function after(ends: Ends, { data }: Fact): Ends {
  const { leg, from, to } = data as Said;
  const sender = from === undefined ? ends : { ...ends, from };
  return leg === undefined || to === undefined ? sender : { ...sender, to: { ...sender.to, [leg]: to } };
}
