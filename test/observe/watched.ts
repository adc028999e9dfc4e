import { InMemorySpanExporter, type ReadableSpan, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { type SimulatedClock } from '#event-log';
import { createService, openMeters, ServiceLog, tracingWith } from '#service';
import { AppModule } from '../../src/app.module.js';
import { Observe } from '../../src/observe/observe.js';
import { fillDirectory, start } from '../acceptance/house.js';
import { memoryPlatform } from '../support/platform.js';

/** The product on memory, with everything that looks on. */
export async function watched() {
  const spans = new InMemorySpanExporter();
  const tracing = tracingWith('chaski', new SimpleSpanProcessor(spans));
  const meters = openMeters('chaski');
  const observe = new Observe(meters, tracing);
  const bare = memoryPlatform(start);
  await fillDirectory(bare);
  const platform = observe.platform(bare);
  const module = AppModule.on(platform, {
    notices: { send: async () => undefined, close: async () => undefined },
    modules: observe.modules,
    closers: observe.closers,
  });
  const app = await createService(module, {
    log: new ServiceLog('fatal'),
    ...(observe.traces === undefined ? {} : { traces: observe.traces }),
  });
  const clock: SimulatedClock = bare.clock;
  return { app, platform, clock, observe, meters, spans };
}

/** One span and its place in its trace. */
export const placeOf = (span: ReadableSpan) => ({
  trace: span.spanContext().traceId,
  id: span.spanContext().spanId,
  parent: span.parentSpanContext?.spanId,
});
