import { proxiesFrom } from './proxies.js';

describe('What stands before the server', () => {
  it('is nothing, unless it is named', () => {
    expect([proxiesFrom({}), proxiesFrom({ CHASKI_PROXIES: ' ' })]).toEqual([[], []]);
  });

  it('is addresses and networks', () => {
    const proxies = ['10.0.0.5', '10.1.0.0/16', '::1', 'fd00::/8'];
    expect(proxiesFrom({ CHASKI_PROXIES: proxies.join(', ') })).toEqual(proxies);
  });

  it.each(['proxy.test', '10.0.0', '10.0.0.5/', '10.0.0.0/33', '0.0.0.0/0', '10.0.0.0/8/8', 'true', '10.0.0.5;::1'])(
    'is not %s',
    (text) => expect(() => proxiesFrom({ CHASKI_PROXIES: `10.0.0.5,${text}` })).toThrow(RangeError),
  );
});
