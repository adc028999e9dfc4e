import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds: from a write to a fast disk to a server in trouble. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The metrics of a process. */
export type Meters = ReturnType<typeof openMeters>;

/**
 * Labels take values from lists closed in the code: a category, a projection, a policy, an outcome. So their number is
 * bounded, and nobody can be found in them.
 * @param prefix of every name: `shop` makes `shop_append_duration_seconds`
 */
export function openMeters(prefix: string) {
  const registry = new Registry();
  const registers = [registry];
  const gauge = <L extends string>(name: string, help: string, ...labelNames: L[]) =>
    new Gauge<L>({ name: `${prefix}_${name}`, help, labelNames, registers });
  const counter = <L extends string>(name: string, help: string, ...labelNames: L[]) =>
    new Counter<L>({ name: `${prefix}_${name}`, help, labelNames, registers });
  const histogram = <L extends string>(name: string, help: string, ...labelNames: L[]) =>
    new Histogram<L>({ name: `${prefix}_${name}`, help, labelNames, buckets, registers });
  const measures: (() => Promise<void> | void)[] = [];
  return {
    registry,
    appendSeconds: histogram(
      'append_duration_seconds',
      'Seconds an append took until it was durable.',
      'category',
      'outcome',
    ),
    appended: counter('appended_events_total', 'Events appended to the log.', 'category'),
    commands: counter('commands_total', 'Commands handled, by what came of them.', 'category', 'outcome'),
    viewWriteSeconds: histogram(
      'view_write_duration_seconds',
      'Seconds a write of folded documents and their checkpoint took; several: one write for several projections.',
      'projection',
      'outcome',
    ),

    feedAnswers: gauge('feed_answers', '1 when the feed told its head, 0 when it could not.', 'feed'),
    lagEvents: gauge(
      'projection_lag_events',
      'Entries a projection has not folded yet; counting ends at 1000.',
      'projection',
    ),
    lagSeconds: gauge(
      'projection_lag_seconds',
      'Seconds since the oldest entry that a projection has not folded yet was recorded; 0 when there is none.',
      'projection',
    ),
    stopped: gauge(
      'projection_stopped',
      '1 when a projection stands before an entry that it cannot fold.',
      'projection',
    ),
    held: gauge('policy_held', '1 when a policy stands still and tries again.', 'policy'),

    relayLagEvents: gauge('relay_lag_events', 'Events that are to be told and were not sent; counting ends at 1000.'),
    relayLagSeconds: gauge(
      'relay_lag_seconds',
      'Seconds since the oldest event that is to be told and was not sent was recorded; 0 when there is none.',
    ),
    relayRunning: gauge('relay_running', '1 when the relay forwards, 0 when it is held or has stopped.'),
    watermarkAge: gauge(
      'watermark_age_seconds',
      'Seconds since the reader of the facts last heard the relay, which speaks every second.',
    ),
    parked: counter('parked_messages_total', 'Messages of others that were put aside.'),

    openClocks: gauge('open_clocks', 'Clocks whose step is waited for, late ones included.', 'of'),
    overdueClocks: gauge('overdue_clocks', 'Clocks whose step is waited for and has been due.', 'of'),

    /** Has gauges set before each scrape. What fails leaves its gauges as they are, and the others get theirs. */
    before: (measure: () => Promise<void> | void): void => void measures.push(measure),
    /** Everything, as Prometheus reads it. */
    scrape: async (): Promise<string> => {
      await Promise.allSettled(measures.map(async (measure) => measure()));
      return registry.metrics();
    },
  };
}
