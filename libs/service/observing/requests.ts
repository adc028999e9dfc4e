import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Traced, Traces } from './traces.js';

/**
 * One span for every request, and everything it leads to below it. Each begins a trace of its own: a trace's ids stay in
 * the log for ever, so that none is taken from a caller, who might put anything into them.
 */
export function traceRequests(server: FastifyInstance, traces: Traces): void {
  const spans = new WeakMap<FastifyRequest, Traced>();
  server.addHook('onRequest', (request, _reply, done) => {
    const { method, routeOptions } = request;
    const route = routeOptions.url ?? 'unknown';
    const span = traces.begin(`${method} ${route}`, { 'http.request.method': method, 'http.route': route });
    spans.set(request, span);
    done();
  });
  // Where a body was read, whatever ran before is forgotten: the handler begins here.
  server.addHook('preHandler', (request, _reply, done) => {
    const span = spans.get(request);
    if (span === undefined) done();
    else traces.run(span, done);
  });
  server.addHook('onResponse', async (request, reply) => {
    spans.get(request)?.end({ 'http.response.status_code': reply.statusCode }, reply.statusCode >= 500);
  });
}
