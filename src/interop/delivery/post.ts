import { request as plain } from 'node:http';
import { request as secured } from 'node:https';
import { isIP } from 'node:net';
import { addressOf, HostRefused, type HostRules } from './hosts.js';

/** What became of one try. `why` is a code that may be shown and logged: it holds nothing of the address. */
export type Outcome =
  | { readonly taken: true }
  /** `gone`: the receiver wants no more (410). */
  | { readonly taken: false; readonly gone: boolean; readonly why: string };

/** Sends a body to a URL, once. Never rejects. */
export type Post = (
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  signal: AbortSignal,
) => Promise<Outcome>;

/** Milliseconds a receiver has to answer, from the first look at its name to the end of what is read. */
const patience = 10_000;

/** Bytes that are read of an answer; nothing in it matters. */
const most = 4_096;

/** Posts JSON to where these rules allow. Follows no redirect, keeps no connection, reads little of the answer. */
export const poster =
  (rules: HostRules, timeoutMs = patience): Post =>
  async (url, headers, body, signal) => {
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      const target = new URL(url);
      const address = await addressOf(target, rules);
      const status = await sent(target, address, headers, body, AbortSignal.any([signal, timeout]));
      if (status >= 200 && status < 300) return { taken: true };
      return { taken: false, gone: status === 410, why: `status-${status}` };
    } catch (error) {
      const why = timeout.aborted ? 'timeout' : error instanceof HostRefused ? error.reason : 'no-connection';
      return { taken: false, gone: false, why };
    }
  };

function sent(
  target: URL,
  address: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  signal: AbortSignal,
): Promise<number> {
  const secure = target.protocol === 'https:';
  return new Promise((resolve, reject) => {
    const request = (secure ? secured : plain)({
      ...{ method: 'POST', host: address, path: target.pathname, signal, agent: false },
      port: target.port || (secure ? 443 : 80),
      // The certificate must be of the name, though the connection goes to an address.
      ...(secure && isIP(target.hostname) === 0 ? { servername: target.hostname } : {}),
      headers: {
        ...headers,
        host: target.host,
        'content-type': 'application/cloudevents+json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'chaski',
      },
    });
    request.on('error', reject);
    request.on('response', (answer) => {
      const status = answer.statusCode ?? 0;
      let read = 0;
      answer.on('data', (chunk: Buffer) => {
        read += chunk.length;
        if (read < most) return;
        resolve(status);
        request.destroy();
      });
      answer.on('end', () => resolve(status));
      answer.on('error', reject);
    });
    request.end(body);
  });
}
