import { createHmac } from 'node:crypto';
import { newSecret, shownSecret, signedHeaders } from './signature.js';

describe('a signature', () => {
  it('is over id, time and body, one for each secret, the newest first', () => {
    const secrets = [newSecret(), newSecret()];
    const headers = signedHeaders('fact-1', '2025-10-01T15:00:00.999Z', '{"a":1}', secrets);
    const expected = secrets.map((secret) => {
      const mac = createHmac('sha256', Buffer.from(secret, 'base64')).update('fact-1.1759330800.{"a":1}');
      return `v1,${mac.digest('base64')}`;
    });
    expect(headers).toEqual({
      ...{ 'webhook-id': 'fact-1', 'webhook-timestamp': '1759330800' },
      'webhook-signature': expected.join(' '),
    });
  });

  it('agrees with the example of the Standard Webhooks libraries', () => {
    const [id, at] = ['msg_p5jXN8AQM9LWM0D4loKWxJek', new Date(1614265330 * 1_000).toISOString()];
    const headers = signedHeaders(id, at, '{"test": 2432232314}', ['MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw']);
    expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it('is made with 32 random bytes, shown under a name of their own', () => {
    const [one, other] = [newSecret(), newSecret()];
    expect([Buffer.from(one, 'base64').length, one === other]).toEqual([32, false]);
    expect(shownSecret(one)).toBe(`whsec_${one}`);
  });
});
