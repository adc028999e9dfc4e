import type { FastifyInstance } from 'fastify';
import { isLoopback } from './loopback.js';
import { Problem } from './problem.js';

/** What every answer carries. */
export const securityHeaders = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Cache-Control': 'no-store',
};

/** Swagger UI brings a style block and inlined pictures of its own; nothing else may. */
const docsPolicy = securityHeaders['Content-Security-Policy']
  .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
  .replace("img-src 'self'", "img-src 'self' data:");

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Values of `Sec-Fetch-Site`: these pages, or the person typing an address. */
const trusted = new Set(['same-origin', 'none']);

/**
 * On every answer, errors included: no framing, no sniffing, no referrer, no foreign content, no caching. Where browsers
 * find it under `https:`, they shall never ask otherwise.
 */
export function secureHeaders(server: FastifyInstance, docs: string, publicUrl?: string): void {
  const always =
    publicUrl?.startsWith('https:') === true
      ? { ...securityHeaders, 'Strict-Transport-Security': 'max-age=31536000' }
      : securityHeaders;
  server.addHook('onRequest', async (request, reply) => {
    void reply.headers(always);
    if (request.url.startsWith(docs)) void reply.header('Content-Security-Policy', docsPolicy);
  });
}

/**
 * Keeps other sites out: a change must come from these pages (or from no page at all), and the server only answers to the
 * name it is known by and to its loopback names, so that a foreign name pointed at it is of no use.
 * @param loopbackOnly answer to no name but those of loopback and of `publicUrl`
 * @param publicUrl where browsers find it, when something stands before it
 * @throws Problem 403 `cross-origin`, 421 `wrong-host`
 */
export function refuseOtherSites(server: FastifyInstance, loopbackOnly: boolean, publicUrl?: string): void {
  const known = publicUrl === undefined ? undefined : new URL(publicUrl);
  server.addHook('onRequest', async (request) => {
    const { host, origin, 'sec-fetch-site': site } = request.headers;
    const named = isLoopback(hostname(host ?? '')) || (known !== undefined && host === known.host);
    if (loopbackOnly && !named) throw new Problem(421, 'wrong-host');
    if (safeMethods.has(request.method)) return;
    // A page that sends no referrer posts its forms with `Origin: null`: what the browser says of the site decides.
    const own = known?.host === host ? known?.origin : `${request.protocol}://${host}`;
    const ours = site === undefined ? origin === undefined || origin === own : trusted.has(site);
    if (!ours) throw new Problem(403, 'cross-origin');
  });
}

const hostname = (host: string): string => host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
