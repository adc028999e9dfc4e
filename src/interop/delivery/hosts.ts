import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { isLoopback } from '#service';

/** An address that nothing is sent to. */
export class HostRefused extends Error {
  constructor(readonly reason: 'host-not-allowed' | 'host-unknown' | 'address-refused') {
    super(reason);
    this.name = 'HostRefused';
  }
}

export interface HostRules {
  /** Names of hosts that may be sent to; a name with a dot before it stands for all below. Absent: any. */
  readonly allowed?: readonly string[];
  /** In a demonstration a receiver may be on this machine. */
  readonly loopback: () => boolean;
  /** All addresses of a name. Default: as this machine resolves it. */
  readonly resolve?: (name: string) => Promise<readonly string[]>;
}

/** Each family in a list of its own: in one, a network of IPv6 would hold every address of IPv4 as well. */
function listOf(family: 'ipv4' | 'ipv6', networks: readonly (readonly [network: string, bits: number])[]): BlockList {
  const list = new BlockList();
  for (const [network, bits] of networks) list.addSubnet(network, bits, family);
  return list;
}

/** Networks of one's own, of this machine, of its provider (metadata at 169.254.169.254), and of nobody (RFC 6890). */
const refused4 = listOf('ipv4', [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as const),
  ...([
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
  ] as const),
  ...([
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 3],
  ] as const),
]);

/** Of IPv6 only global unicast is anybody's, without what stands for IPv4 in it, and without examples. */
const refused6 = listOf('ipv6', [
  ...([
    ['::', 3],
    ['4000::', 2],
    ['8000::', 1],
  ] as const),
  ...([
    ['2001::', 23],
    ['2001:db8::', 32],
    ['2002::', 16],
    ['3fff::', 20],
  ] as const),
]);

const isRefused = (address: string): boolean =>
  isIP(address) === 6 ? refused6.check(address, 'ipv6') : refused4.check(address, 'ipv4');

const resolved = async (name: string): Promise<readonly string[]> =>
  (await lookup(name, { all: true })).map(({ address }) => address);

/**
 * Where a URL leads, to be connected to and nowhere else: the name is not looked up again, so that it cannot lead elsewhere
 * by then.
 * @throws HostRefused the name is not allowed, is not known, or has an address among its own that is not anybody's
 */
export async function addressOf(url: URL, rules: HostRules): Promise<string> {
  const name = url.hostname.replace(/^\[|\]$/g, '');
  const { allowed, loopback, resolve = resolved } = rules;
  if (allowed !== undefined && !allowed.some((each) => isUnder(name, each))) throw new HostRefused('host-not-allowed');
  const addresses = isIP(name) === 0 ? await resolve(name).catch(() => []) : [name];
  const [address] = addresses;
  if (address === undefined) throw new HostRefused('host-unknown');
  const own = isLoopback(name) && addresses.every(isLoopback) && loopback();
  if (!own && (addresses.some(isRefused) || url.protocol !== 'https:')) throw new HostRefused('address-refused');
  return address;
}

const isUnder = (name: string, allowed: string): boolean =>
  allowed.startsWith('.') ? name.endsWith(allowed) : name === allowed;

/** `CHASKI_WEBHOOK_HOSTS`: host names with commas between, `.example.pe` for all below; any public one unless it is set. */
export function allowedHosts(env: Readonly<Record<string, string | undefined>>): readonly string[] | undefined {
  const hosts = (env['CHASKI_WEBHOOK_HOSTS'] ?? '')
    .split(',')
    .map((each) => each.trim().toLowerCase())
    .filter((each) => each !== '');
  return hosts.length === 0 ? undefined : hosts;
}
