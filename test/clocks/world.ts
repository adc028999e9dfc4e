import type { RecordedEvent, SimulatedClock } from '#event-log';
import { deriveId } from '#event-log';
import { type DuePolicy, tick, type Tick } from '#policy';
import { catchUp, rebuild } from '#projection';
import { memoryViews } from '#projection/memory';
import { caseLadder } from '../../src/cases/policies/ladder.js';
import { missedDeadlines } from '../../src/cases/policies/deadlines.js';
import { runningClocks } from '../../src/cases/views/running-clocks.js';
import { type Platform, send } from '../../src/platform.js';
import { dispatcher } from '../../src/runners.js';

const policies = [missedDeadlines, caseLadder] as unknown as readonly DuePolicy[];

/** One of the processes that look at the clock: it sees the log through views of its own, which may be behind. */
export class Scheduler {
  #views = memoryViews();

  constructor(private readonly platform: Platform) {}

  /** Its views catch up with the log; until then it acts on what it saw last. */
  async refresh(): Promise<void> {
    await catchUp(this.platform.log, [runningClocks], this.#views);
  }

  /** It stops, and starts again with views folded anew from the log. */
  async restart(): Promise<void> {
    await this.#views.close();
    this.#views = memoryViews();
    await rebuild(this.platform.log, runningClocks, this.#views);
  }

  async tick(): Promise<Tick> {
    return tick(
      policies,
      this.#views,
      this.platform.clock,
      dispatcher(this.platform, async () => undefined),
    );
  }

  close(): Promise<void> {
    return this.#views.close();
  }
}

export const caseId = deriveId('clocks', 'case');
export const police = 'pe-150112-comisaria-familia';
export const court = 'pe-150112-juzgado-familia';

const opening = {
  ...{ do: 'open', country: 'PE', district: '150112', institution: police, entry: 'POLICE', condition: 'NEW' },
  ...{ sex: 'F', ageBand: '26-29', types: ['PHYSICAL'], principal: 'PHYSICAL', complaint: true },
};

/** What people do in a case, by name; none of it needs to be allowed when it comes. */
export const acts: Readonly<Record<string, object>> = {
  opening,
  mild: { do: 'assess-risk', institution: police, level: 'MILD' },
  severe: { do: 'assess-risk', institution: police, level: 'SEVERE' },
  report: { do: 'send-report', institution: police, court },
  stamp: { do: 'receive-report', institution: court, court },
  measures: { do: 'decide-measures', court, granted: true, measures: ['NO_ACERCAMIENTO'] },
  'notify the police': { do: 'record-step', institution: court, step: 'measures-notified-to-executor' },
  'notify the resolution': { do: 'record-step', institution: court, step: 'resolution-notified' },
  'report the execution': { do: 'record-step', institution: court, step: 'execution-reported-to-court' },
  reevaluate: { do: 'record-step', institution: court, step: 'reevaluation-reported' },
  appeal: { do: 'record-step', institution: police, step: 'appeal-filed' },
  grant: { do: 'record-step', institution: court, step: 'appeal-granted' },
  attention: { do: 'record-attention', institution: 'pe-150112-cem', service: 'PSYCHOLOGY' },
  close: { do: 'close', institution: police, reason: 'PLAN_COMPLETED' },
};

/** Sends one of the acts under an id of its own: the same id again is the same act. */
export const act = (
  platform: Platform,
  name: string,
  id: string,
  more: { effectiveAt?: string; origin?: 'import' } = {},
) =>
  send(platform, 'case', {
    id: caseId,
    command: acts[name],
    commandId: deriveId('clocks', id),
    actor: 'demo-test',
    ...more,
  });

export async function recordedOf(platform: Platform): Promise<readonly RecordedEvent[]> {
  const all: RecordedEvent[] = [];
  for await (const event of platform.log.readStream(`case-${caseId}`)) all.push(event);
  return all;
}

export const advance = (clock: SimulatedClock, hours: number): void =>
  clock.advanceTo(new Date(Date.parse(clock.now()) + Math.round(hours * 3_600_000)).toISOString());
