import { collectDefaultMetrics } from 'prom-client';
import { type Meters, openMeters, type Tracing, tracingTo } from '#service';

/** What looks on while a process runs. */
export interface Looking {
  readonly meters?: Meters;
  readonly tracing?: Tracing;
}

/** What is asked for is not possible; the message says so to who starts the process. */
export class ObserveMisconfigured extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ObserveMisconfigured';
  }
}

/**
 * `CHASKI_METRICS` (`on`): `/metrics` for Prometheus. `OTEL_EXPORTER_OTLP_ENDPOINT`: traces to a collector, on this
 * machine over http, elsewhere over https only. Neither: nothing looks on, and nothing is slower.
 * @throws ObserveMisconfigured
 */
export function lookingFrom(env: Readonly<Record<string, string | undefined>>): Looking {
  const { CHASKI_METRICS: metrics = '', OTEL_EXPORTER_OTLP_ENDPOINT: endpoint = '' } = env;
  if (!['', 'on', 'off'].includes(metrics)) throw new ObserveMisconfigured('CHASKI_METRICS debe ser on u off.');
  return {
    ...(metrics === 'on' ? { meters: withProcess(openMeters('chaski')) } : {}),
    ...(endpoint === '' ? {} : { tracing: tracingTo('chaski', collectorFrom(endpoint)) }),
  };
}

/** With what the process says of itself: memory, processor, event loop. */
function withProcess(meters: Meters): Meters {
  collectDefaultMetrics({ register: meters.registry });
  return meters;
}

function collectorFrom(endpoint: string): string {
  const { protocol, hostname } = URL.canParse(endpoint) ? new URL(endpoint) : { protocol: '', hostname: '' };
  const here = /^(localhost|\[::1\]|127(\.\d{1,3}){3})$/.test(hostname);
  if (protocol === 'https:' || (protocol === 'http:' && here)) return endpoint;
  throw new ObserveMisconfigured(
    'OTEL_EXPORTER_OTLP_ENDPOINT debe ser http:// en esta misma máquina, o https:// en otra.',
  );
}
