import { isLoopback } from '../loopback.js';

/** The identity provider does not answer, or answers what it must not. */
export class ProviderUnavailable extends Error {
  constructor(why: string, options?: ErrorOptions) {
    super(`identity provider: ${why}`, options);
    this.name = 'ProviderUnavailable';
  }
}

/** Milliseconds and bytes an answer may take. Key sets and descriptions are small. */
const timeout = 5_000;
const largest = 256 * 1024;

/**
 * Whether an address may be asked: over https, or in the clear on this machine alone.
 * @param hosts hosts and ports that are asked; nothing a token says adds one
 */
export const mayAsk = ({ protocol, host, hostname }: URL, hosts: readonly string[]): boolean =>
  (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname.replace(/^\[(.*)\]$/, '$1')))) &&
  hosts.includes(host);

/**
 * Asks a provider and reads its JSON: no redirect is followed, and neither a slow nor a large answer is waited for.
 * @throws ProviderUnavailable
 */
export const askProvider = async (url: URL, hosts: readonly string[], init: RequestInit = {}): Promise<unknown> =>
  jsonOf(await fetchBounded(url, hosts, init));

/** What an answer says. @throws ProviderUnavailable it is not JSON */
export async function jsonOf(response: Response): Promise<unknown> {
  try {
    return (await response.json()) as unknown;
  } catch (cause) {
    throw new ProviderUnavailable('its answer is not JSON', { cause });
  }
}

/**
 * The same for whoever reads the answer itself; its body is whole already.
 * @param refusals statuses beside 2xx that are an answer, for whoever asks what the provider may refuse
 * @throws ProviderUnavailable
 */
export async function fetchBounded(
  url: URL,
  hosts: readonly string[],
  init: RequestInit = {},
  refusals: readonly number[] = [],
): Promise<Response> {
  if (!mayAsk(url, hosts)) throw new ProviderUnavailable(`${url.host} is not asked`);
  const signal = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(url, { ...init, redirect: 'error', signal });
    if (!response.ok && !refusals.includes(response.status)) {
      throw new ProviderUnavailable(`it answered ${response.status}`);
    }
    return new Response(await bounded(response), { status: response.status, headers: response.headers });
  } catch (cause) {
    if (cause instanceof ProviderUnavailable) throw cause;
    throw new ProviderUnavailable('it does not answer', { cause });
  }
}

async function bounded(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += (part as Uint8Array).byteLength;
    if (size > largest) throw new ProviderUnavailable('its answer is too large');
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}
