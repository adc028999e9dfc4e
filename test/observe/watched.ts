import { InMemorySpanExporter, type ReadableSpan, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { createService, openMeters, ServiceLog, tracingWith } from '#service';
import { AppModule } from '../../src/app.module.js';
import type { Looking } from '../../src/observe/looking.js';
import { Observe } from '../../src/observe/observe.js';
import { fillDirectory, start } from '../acceptance/house.js';
import { memoryPlatform } from '../support/platform.js';

/** The product on memory, with everything that looks on. */
export async function watched() {
  const spans = new InMemorySpanExporter();
  const tracing = tracingWith('chaski', new SimpleSpanProcessor(spans));
  const meters = openMeters('chaski');
  const looking: Looking = { meters, tracing };
  const platform = memoryPlatform(start);
  await fillDirectory(platform);
  const module = AppModule.on(platform, {
    notices: { send: async () => undefined, close: async () => undefined },
    looking,
  });
  const app = await createService(module, { log: new ServiceLog('fatal'), traces: tracing.traces });
  return { app, platform, observers: new Observe(looking).observers, meters, spans };
}

/** One span and its place in its trace. */
export const placeOf = (span: ReadableSpan) => ({
  trace: span.spanContext().traceId,
  id: span.spanContext().spanId,
  parent: span.parentSpanContext?.spanId,
});
