import type { RecordedEvent } from '#event-log';

/** Something a rule gave a term: a clock as it ran, and what became of it. */
export interface Wait {
  /** Case or referral. */
  readonly stream: string;
  readonly clock: string;
  readonly country: string;
  readonly district: string;
  readonly rule: string;
  readonly version: number;
  /** The step it waits for. */
  readonly stop: string;
  readonly from: string;
  readonly due: string;
  /** What the rules ask about, as it was known when the clock was set last. */
  readonly facts: Readonly<Record<string, string | undefined>>;
  readonly metAt?: string;
  /** When it became pointless. */
  readonly droppedAt?: string;
}

/** What a stream says of itself that the rules ask about. */
interface Known {
  readonly country: string;
  readonly district: string;
  readonly risk?: string;
  readonly riskAt: string;
  readonly receivedBy?: string;
  readonly urgency?: string;
}

interface Data {
  readonly country?: string;
  readonly district?: string;
  readonly risk?: string;
  readonly urgency?: string;
  readonly level?: string;
  readonly assessedAt?: string;
  readonly receivedBy?: string;
  readonly clock?: string;
  readonly rule?: string;
  readonly version?: number;
  readonly stop?: string;
  readonly trigger?: string;
  readonly due?: string;
  readonly starts?: readonly Started[];
  readonly meets?: readonly string[];
  readonly drops?: readonly string[];
}
interface Started {
  readonly clock: string;
  readonly rule: string;
  readonly version: number;
  readonly waitsFor: string;
  readonly from: string;
  readonly due: string;
}

/** Whether an event may say something of clocks: those of cases and referrals do. */
export const isOfWaits = ({ stream }: Pick<RecordedEvent, 'stream'>): boolean => /^(?:case|referral)-/u.test(stream);

/**
 * Reads the clocks of cases and referrals off the record, as they ended up: each with the rule it went by last, what was
 * known then, and when it was met. Give events of any streams in the order of the record.
 */
export class Waits {
  readonly #known = new Map<string, Known>();
  readonly #waits = new Map<string, Wait>();

  take({ type, stream, data, metadata }: RecordedEvent): void {
    const told = data as Data;
    const at = metadata['effectiveAt'] ?? '';
    this.#learn(type, stream, told);
    const { country, district } = this.#of(stream);
    if ((type === 'DeadlineSet' || type === 'DeadlineRecomputed') && told.clock !== undefined) {
      const { clock, rule = '', version = 1, stop = '', trigger: from = '', due = '' } = told;
      const place = { country: told.country ?? country, district: told.district ?? district };
      this.#waits.set(clock, { stream, clock, rule, version, stop, from, due, ...place, facts: this.#facts(stream) });
    }
    if (type === 'DeadlineMet') this.#end(told.clock, { metAt: at });
    if (type === 'DeadlineDropped') this.#end(told.clock, { droppedAt: at });
    // Clocks that an undone step had met run again, and say so by being started anew.
    for (const clock of told.meets ?? []) this.#end(clock, { metAt: at });
    for (const clock of told.drops ?? []) this.#end(clock, { droppedAt: at });
    for (const { clock, rule, version, waitsFor: stop, from, due } of told.starts ?? []) {
      const place = { country, district };
      this.#waits.set(clock, { stream, clock, rule, version, stop, from, due, ...place, facts: this.#facts(stream) });
    }
  }

  all(): readonly Wait[] {
    return [...this.#waits.values()];
  }

  #learn(type: string, stream: string, told: Data): void {
    const known = this.#of(stream);
    const { country = known.country, district = known.district, receivedBy, level, urgency, risk } = told;
    const place = { ...known, country, district };
    switch (type) {
      case 'CaseOpened':
        this.#known.set(stream, place);
        break;
      case 'ReferralSent':
        this.#known.set(stream, {
          ...place,
          ...(risk === undefined ? {} : { risk }),
          ...(urgency === undefined ? {} : { urgency }),
        });
        break;
      case 'ComplaintRegistered':
        if (receivedBy !== undefined) this.#known.set(stream, { ...known, receivedBy });
        break;
      case 'RiskAssessed': {
        // Of two assessments the later one counts, whichever was recorded first.
        const { assessedAt = known.riskAt } = told;
        if (level !== undefined && assessedAt >= known.riskAt) {
          this.#known.set(stream, { ...known, risk: level, riskAt: assessedAt });
        }
      }
    }
  }

  #of(stream: string): Known {
    return this.#known.get(stream) ?? { country: 'PE', district: '', riskAt: '', ...unassessed(stream) };
  }

  #facts(stream: string): Wait['facts'] {
    const { risk, receivedBy, urgency } = this.#of(stream);
    return stream.startsWith('case-') ? { risk, receivedBy, investigation: 'ORDINARY' } : { risk, urgency };
  }

  #end(clock: string | undefined, how: Pick<Wait, 'metAt'> | Pick<Wait, 'droppedAt'>): void {
    const wait = clock === undefined ? undefined : this.#waits.get(clock);
    if (wait !== undefined && wait.metAt === undefined) this.#waits.set(wait.clock, { ...wait, ...how });
  }
}

const unassessed = (stream: string): { readonly risk?: string } =>
  stream.startsWith('case-') ? { risk: 'UNDETERMINED' } : {};
