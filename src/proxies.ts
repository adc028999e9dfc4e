import { BlockList, isIP } from 'node:net';

/**
 * `CHASKI_PROXIES`: addresses or networks, with commas between, of what stands before this server. Whom it asks for is
 * believed; without it, all who come through it count as one.
 * @throws RangeError one of them is neither
 */
export function proxiesFrom(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const proxies = (env['CHASKI_PROXIES'] ?? '').split(',').flatMap((each) => each.trim() || []);
  if (!proxies.every(isPlace)) throw new RangeError('CHASKI_PROXIES: direcciones o redes, como 10.0.0.5 o 10.0.0.0/24');
  return proxies;
}

function isPlace(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  if (bits === undefined) return true;
  try {
    new BlockList().addSubnet(address, /^\d{1,3}$/.test(bits) ? Number(bits) : -1, family === 6 ? 'ipv6' : 'ipv4');
    // A network of everybody is nobody's proxy.
    return Number(bits) > 0;
  } catch {
    return false;
  }
}
