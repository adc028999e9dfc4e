import { addressOf, allowedHosts, type HostRules } from './hosts.js';

const reaching = (...addresses: readonly string[]): HostRules => ({
  loopback: () => false,
  resolve: async () => addresses,
});
const somewhere = 'https://recepcion.example.pe/chaski';
const address = (url: string, rules: HostRules) => addressOf(new URL(url), rules);

describe('where may be sent to', () => {
  it('is a public address, over https', async () => {
    expect(await address(somewhere, reaching('1.1.1.1', '2606:4700::1'))).toBe('1.1.1.1');
    expect(await address('https://[2606:4700::1]/', reaching())).toBe('2606:4700::1');
    await expect(address('http://recepcion.example.pe/', reaching('1.1.1.1'))).rejects.toThrow('address-refused');
  });

  it.each([
    ...['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '127.0.0.1', '0.0.0.0', '100.64.0.1'],
    ...['169.254.169.254', '192.0.2.1', '198.18.0.1', '224.0.0.1', '255.255.255.255'],
    ...['::', '::1', 'fe80::1', 'fc00::1', 'fd12:3456::1', 'ff02::1', '2001:db8::1', '2002:a00:1::1', '2001::1'],
    ...['::ffff:10.0.0.1', '::ffff:169.254.169.254', '64:ff9b::a00:1'],
  ])('is not %s, by whatever name', async (refused) => {
    await expect(address(somewhere, reaching(refused))).rejects.toThrow('address-refused');
    // One of several is enough: whoever asks again may get that one.
    await expect(address(somewhere, reaching('1.1.1.1', refused))).rejects.toThrow('address-refused');
    const bare = refused.includes(':') ? `https://[${refused}]/` : `https://${refused}/`;
    await expect(address(bare, reaching())).rejects.toThrow('address-refused');
  });

  it('is not an address in disguise: the URL standard takes such numbers for what they are', async () => {
    for (const url of ['https://2130706433/', 'https://0x7f.1/', 'https://017700000001/']) {
      await expect(address(url, reaching('1.1.1.1'))).rejects.toThrow('address-refused');
    }
  });

  it('is this machine in a demonstration alone, and only under a name of its own', async () => {
    const demo = (...found: readonly string[]): HostRules => ({ ...reaching(...found), loopback: () => true });
    expect(await address('http://127.0.0.1:4000/', demo())).toBe('127.0.0.1');
    expect(await address('http://localhost:4000/', demo('::1', '127.0.0.1'))).toBe('::1');
    await expect(address('http://127.0.0.1:4000/', reaching())).rejects.toThrow('address-refused');
    await expect(address(somewhere, demo('127.0.0.1'))).rejects.toThrow('address-refused');
    await expect(address('http://localhost/', demo('10.0.0.1'))).rejects.toThrow('address-refused');
  });

  it('is a host that is named, where hosts are named', async () => {
    const allowed = allowedHosts({ CHASKI_WEBHOOK_HOSTS: ' Recepcion.example.pe, .gob.pe ' });
    const rules: HostRules = { ...reaching('1.1.1.1'), ...(allowed && { allowed }) };
    expect(await address(somewhere, rules)).toBe('1.1.1.1');
    expect(await address('https://a.b.gob.pe/', rules)).toBe('1.1.1.1');
    for (const url of ['https://example.pe/', 'https://xgob.pe/', 'https://recepcion.example.pe.evil.example/']) {
      await expect(address(url, rules)).rejects.toThrow('host-not-allowed');
    }
    expect(allowedHosts({})).toBeUndefined();
  });

  it('has an address', async () => {
    await expect(address(somewhere, reaching())).rejects.toThrow('host-unknown');
    const failing: HostRules = { loopback: () => false, resolve: () => Promise.reject(new Error('no such name')) };
    await expect(address(somewhere, failing)).rejects.toThrow('host-unknown');
  });
});
