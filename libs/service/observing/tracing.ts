import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { BatchSpanProcessor, NodeTracerProvider, type SpanProcessor } from '@opentelemetry/sdk-trace-node';
import { Traces } from './traces.js';

type Resource = NonNullable<NonNullable<ConstructorParameters<typeof NodeTracerProvider>[0]>['resource']>;

/** Milliseconds a batch may take, repetitions included: the last one must not hold up an end. */
const timeoutMillis = 3_000;

export interface Tracing {
  readonly traces: Traces;
  /** Sends what is left, and ends. A collector that does not answer keeps nothing from ending. */
  close(): Promise<void>;
}

/**
 * Traces that go to an OpenTelemetry collector over HTTP, in batches. One that is away costs spans and nothing else.
 * How many commands are traced says `OTEL_TRACES_SAMPLER` as everywhere; all unless it is set.
 * @param endpoint without `/v1/traces`
 */
export function tracingTo(service: string, endpoint: string): Tracing {
  const url = `${endpoint.replace(/\/$/, '')}/v1/traces`;
  return tracingWith(service, new BatchSpanProcessor(new OTLPTraceExporter({ url, timeoutMillis })));
}

/** Traces that a processor takes. */
export function tracingWith(service: string, processor: SpanProcessor): Tracing {
  const provider = new NodeTracerProvider({ resource: named(service), spanProcessors: [processor] });
  return {
    traces: new Traces(provider.getTracer(service)),
    close: () => provider.shutdown().catch(() => undefined),
  };
}

/** The name of the service and nothing of the machine: its host and its user are nobody else's business. */
function named(service: string): Resource {
  const attributes = { 'service.name': service };
  const resource: Resource = {
    attributes,
    getRawAttributes: () => Object.entries(attributes),
    merge: (other) => other ?? resource,
  };
  return resource;
}
