import { LogUnavailable } from '../../port.js';
import { anEvent, collect, errorOf, idsOf, newStream, someEvents } from '../../contract/world.js';
import { type Certificates, newCertificates } from '../../../../test/kurrent-double/certificates.js';
import { Double } from '../../../../test/kurrent-double/double.js';
import { ConnectionStringRefused, kurrentLog } from './index.js';

const user = { name: 'desk', password: 'p@ss:word/1' };
const quick = 'discoveryInterval=10&maxDiscoverAttempts=3';

/** What `check` says of a connection. */
async function checked(connectionString: string): Promise<unknown> {
  const log = kurrentLog({ connectionString, name: 'main', answerWithin: 2_000 });
  const error = await errorOf(log.check());
  await log.close();
  return error;
}

describe('a connection string', () => {
  it.each([
    ['', 'begins with kurrentdb://'],
    ['http://127.0.0.1:2113', 'begins with kurrentdb://'],
    ['kurrentdb://', 'expected kurrentdb://'],
    ['kurrentdb://127.0.0.1:port', 'expected port number'],
    ['kurrentdb://127.0.0.1:2113?tls=perhaps', 'expected true or false'],
    ['kurrentdb://desk@127.0.0.1:2113', 'name:password@'],
    ['kurrentdb://desk:secret@127.0.0.1:2113?tls=false', 'over TLS only'],
    ['kurrentdb://127.0.0.1:2113?tlsCAFile=/nowhere/ca.pem', 'File was not found'],
    ['kurrentdb://127.0.0.1:2113?userCertFile=/nowhere/user.pem', 'userKeyFile'],
  ])('%p is refused at once, and what was expected is said', (connectionString, detail) => {
    const open = () => kurrentLog({ connectionString, name: 'main' });
    expect(open).toThrow(ConnectionStringRefused);
    expect(open).toThrow(detail);
  });

  it('is never repeated in what is said of it', () => {
    for (const connectionString of ['kurrentdb://desk:secret@', 'kurrentdb://desk:secret@h:secret?tls=secret']) {
      const open = () => kurrentLog({ connectionString, name: 'main' });
      expect(open).toThrow(ConnectionStringRefused);
      expect(open).not.toThrow(/secret/);
    }
  });

  it('goes with a name that can begin no other', () => {
    for (const name of ['', 'a/b', '$system', 'ñ', 'x'.repeat(51)]) {
      const open = () => kurrentLog({ connectionString: 'kurrentdb://127.0.0.1:2113?tls=false', name });
      expect(open).toThrow(ConnectionStringRefused);
    }
  });
});

describe('a server', () => {
  it('that is not there is said to be out of reach', async () => {
    const error = await checked(`kurrentdb://127.0.0.1:1?tls=false&${quick}`);
    expect(error).toBeInstanceOf(LogUnavailable);
    expect(error).toMatchObject({ outcome: 'not-written' });
    expect(String(error)).toContain('cannot be reached');
  });

  it('of a cluster that is not there is said to be out of reach, and nothing was written', async () => {
    const log = kurrentLog({
      connectionString: `kurrentdb://127.0.0.1:1,127.0.0.1:2?tls=false&${quick}`,
      name: 'main',
    });
    const error = await errorOf(log.append(newStream(), 0, [anEvent()]));
    expect(error).toMatchObject({ name: 'LogUnavailable', outcome: 'not-written' });
    await log.close();
  });
});

describe('TLS and credentials', () => {
  let certificates: Certificates;
  let double: Double;
  beforeAll(async () => {
    certificates = newCertificates();
    double = await Double.start({ tls: certificates, user });
  });
  afterAll(async () => {
    await double.stop();
    certificates.remove();
  });
  const address = (who: string) =>
    `kurrentdb://${who}127.0.0.1:${double.wire.port}?${quick}&tlsCAFile=${encodeURIComponent(certificates.authority)}`;
  const secret = encodeURIComponent(user.password);

  it('let in who has them, to append, read and follow', async () => {
    const log = kurrentLog({ connectionString: address(`desk:${secret}@`), name: 'main' });
    await log.check();
    const events = someEvents(2);
    const { stream } = await log.append(newStream(), 0, events);
    expect(idsOf(await collect(log.readStream(stream)))).toEqual(idsOf(events));
    const aborter = new AbortController();
    for await (const page of log.follow(undefined, aborter.signal)) {
      expect(idsOf(page.events)).toEqual(idsOf(events));
      aborter.abort();
    }
    await log.close();
  });

  it.each([
    ['a wrong password', 'desk:wrong@'],
    ['nobody', ''],
  ])('keep out %s, and say so', async (_what, who) => {
    expect(String(await checked(address(who)))).toContain('refused the credentials');
    const log = kurrentLog({ connectionString: address(who), name: 'main' });
    const before = double.store.records.length;
    const error = await errorOf(log.append(newStream(), 0, [anEvent()]));
    expect(error).toMatchObject({ name: 'LogUnavailable', outcome: 'not-written' });
    expect(String(error)).toContain('refused the credentials');
    expect(double.store.records).toHaveLength(before);
    await log.close();
  });

  it('say nothing of the password, whatever goes wrong', async () => {
    const error = await checked(address('desk:wrong-secret@'));
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('wrong-secret');
  });

  it('refuse a server whose certificate nobody vouches for', async () => {
    const unknown = `kurrentdb://desk:${secret}@127.0.0.1:${double.wire.port}?${quick}`;
    expect(await checked(unknown)).toBeInstanceOf(LogUnavailable);
  });
});

describe('a server that takes everybody over TLS', () => {
  it('is appended to one after the other, in one stream of the client', async () => {
    const certificates = newCertificates();
    const double = await Double.start({ tls: certificates });
    const log = kurrentLog({
      connectionString: `kurrentdb://127.0.0.1:${double.wire.port}?${quick}&tlsCAFile=${certificates.authority}`,
      name: 'main',
    });
    const streams = Array.from({ length: 20 }, () => newStream());
    const receipts = await Promise.all(streams.map((stream) => log.append(stream, 0, someEvents(2))));
    expect(receipts.map(({ revision }) => revision)).toEqual(streams.map(() => 2));
    const [stream = ''] = streams;
    expect(await errorOf(log.append(stream, 0, [anEvent()]))).toMatchObject({ name: 'Conflict', actual: 2 });
    await log.close();
    await double.stop();
    certificates.remove();
  });
});

describe('a cluster', () => {
  it('is found through any of its nodes, and written to at its leader', async () => {
    const leader = await Double.start();
    const follower = await Double.start({ store: leader.store, leaderPort: () => leader.wire.port });
    for (const nodes of [
      `${follower.wire.port},127.0.0.1:${leader.wire.port}`,
      `1,127.0.0.1:${follower.wire.port}`,
      // Not told that it is a cluster, the client learns from the follower who the leader is.
      `${follower.wire.port}`,
    ]) {
      const log = kurrentLog({ connectionString: `kurrentdb://127.0.0.1:${nodes}?tls=false&${quick}`, name: 'main' });
      const { stream, position } = await log.append(newStream(), 0, someEvents(2));
      expect(await collect(log.readStream(stream))).toHaveLength(2);
      expect(await log.head()).toBe(position);
      await log.close();
    }
    await follower.stop();
    await leader.stop();
  });
});
