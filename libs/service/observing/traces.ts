import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Context,
  isSpanContextValid,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  SpanStatusCode,
  trace,
  type Tracer,
} from '@opentelemetry/api';

/** What a span may say of itself: values from lists that are closed in the code, never an id of anything recorded. */
export interface SpanLabels {
  readonly category?: string;
  readonly feed?: string;
  readonly outcome?: string;
  readonly 'http.request.method'?: string;
  /** The route's pattern, never the address asked for. */
  readonly 'http.route'?: string;
  readonly 'http.response.status_code'?: number;
}

/** A span under way. */
export class Traced {
  constructor(
    private readonly span: Span,
    readonly context: Context,
  ) {}

  /** How what is recorded now can be followed later, as W3C Trace Context writes it. */
  get traceparent(): string | undefined {
    const { traceId, spanId, traceFlags } = this.span.spanContext();
    if (!isSpanContextValid(this.span.spanContext())) return undefined;
    return `00-${traceId}-${spanId}-0${traceFlags & 1}`;
  }

  /** @param failed the machinery failed: a refusal by a rule is no failure */
  end(labels: SpanLabels = {}, failed = false): void {
    this.span.setAttributes({ ...labels });
    if (failed) this.span.setStatus({ code: SpanStatusCode.ERROR });
    this.span.end();
  }
}

/** Spans that know what they are part of, without a global of OpenTelemetry's. */
export class Traces {
  readonly #active = new AsyncLocalStorage<Context>();

  constructor(private readonly tracer: Tracer) {}

  /**
   * Begins a span: under the one named by `from`, else under the one that runs, else a trace of its own.
   * @param from a `traceparent`; one that is not well formed is none
   */
  begin(name: string, labels: SpanLabels = {}, from?: string): Traced {
    const parent = remote(from) ?? this.#active.getStore() ?? ROOT_CONTEXT;
    const span = this.tracer.startSpan(name, { attributes: { ...labels } }, parent);
    return new Traced(span, trace.setSpan(parent, span));
  }

  /** Runs `work` so that spans begun in it, also later, are below `traced`. */
  run<T>(traced: Traced, work: () => T): T {
    return this.#active.run(traced.context, work);
  }
}

function remote(traceparent: string | undefined): Context | undefined {
  const parts = /^00-([0-9a-f]{32})-([0-9a-f]{16})-0([01])$/.exec(traceparent ?? '');
  if (parts === null) return undefined;
  const [, traceId = '', spanId = '', flag] = parts;
  const spanContext: SpanContext = { traceId, spanId, traceFlags: Number(flag), isRemote: true };
  return isSpanContextValid(spanContext) ? trace.setSpanContext(ROOT_CONTEXT, spanContext) : undefined;
}
