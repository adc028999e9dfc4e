import { unmaskingLasts } from '../../src/audit/domain/unmasking.js';
import type { ReadsFound } from '../../src/audit/oversight/reads-desk.js';
import { eventually } from '../acceptance/house.js';
import { type Place, place } from '../access/support.js';
import { board, History } from '../support/history.js';
import { unzip } from '../../libs/document/zip.js';

/** Words that are personal: none of them may come out anywhere an auditor looks. */
const canaries = ['NOTA-CANARIO', 'CONTACTO-CANARIO', 'NOMBRE-CANARIO', 'RELATO-CANARIO'];

describe('what auditors are told', () => {
  let here: Place;
  let opened: string;
  let referral: string;
  beforeAll(async () => {
    here = await place();
    const history = new History(here.platform, 'oversight');
    await history.establishBoard('2026-02-01T15:00:00.000Z');
    opened = await history.openCase('2026-02-02T15:00:00.000Z', {
      identity: { name: 'NOMBRE-CANARIO' },
      narrative: 'RELATO-CANARIO',
    });
    referral = await history.sendReferral('2026-02-02T16:00:00.000Z', opened, {
      message: { note: 'NOTA-CANARIO', safeContact: 'CONTACTO-CANARIO' },
    });
    for (const who of ['centre', 'centre-2', 'centre']) await here.as(who).get(`/api/referrals/${referral}`);
  }, 60_000);
  afterAll(() => here.close());

  const auditor = () => here.as('auditor');
  const seen = async (query = ''): Promise<ReadsFound> => {
    const answer = await auditor().get(`/api/audit/reads?${query}`);
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return answer.json<ReadsFound>();
  };
  const post = async (who: string, path: string, body: object = {}) => {
    const answer = await here.as(who).post(`/api/audit/${path}`, body, { 'idempotency-key': crypto.randomUUID() });
    return { status: answer.statusCode, ...answer.json<{ id?: string; code?: string; person?: string }>() };
  };

  it('is who saw what, by case, person and time, under names that mean nobody', async () => {
    const found = await eventually(async () => {
      const all = await seen(`case=${opened}`);
      return all.reads.length >= 6 ? all : undefined;
    });
    expect(JSON.stringify(found)).not.toContain('centre');
    const people = [...new Set(found.reads.map(({ person }) => person))];
    expect(people).toHaveLength(2);
    expect(found.persons.reduce((sum, { months }) => sum + (months['2026-03'] ?? 0), 0)).toBe(found.found);
    const [first = ''] = people;
    const own = await seen(`case=${opened}&person=${first}`);
    expect(own.reads.every(({ person }) => person === first)).toBe(true);
    expect((await seen(`case=${opened}&until=2026-03-01T00:00:00Z`)).found).toBe(0);
    const elsewhere = await seen(`case=${opened}&session=otra`);
    expect(elsewhere.reads.map(({ person }) => person)).not.toContain(first);
    // Whoever looks is recorded as well.
    expect((await seen()).reads.some(({ own: mine, outcome }) => mine && outcome === 'searched')).toBe(true);
  });

  it('is, of searches and refusals, not under whose code they were written down', async () => {
    expect((await here.as('centre').get('/api/audit/reads')).statusCode).toBe(404);
    const all = await seen();
    expect(all.reads.map(({ stream }) => stream)).toContain('staff');
    expect(JSON.stringify(all)).not.toMatch(/staff-|glass-|centre/u);
  });

  it('is who recorded something under the same names, in the history and on its page', async () => {
    const accepted = await here.as('centre').post(`/api/referrals/${referral}/acceptance`, {});
    expect(accepted.statusCode).toBe(200);
    const stored: string[] = [];
    for await (const { metadata } of here.platform.log.readStream(`referral-${referral}`)) {
      stored.push(metadata['actor'] ?? '');
    }
    expect(stored).toContain('centre');
    const history = await auditor().get(`/api/audit/referrals/${referral}`);
    const { events } = history.json<{ events: { metadata: { actor: string } }[] }>();
    const names = events.map(({ metadata }) => metadata.actor);
    expect(names).toHaveLength(stored.length);
    const { reads } = await seen(`case=${opened}`);
    const name = names[stored.indexOf('centre')] ?? '';
    expect(reads.map(({ person }) => person)).toContain(name);
    for (const [index, each] of names.entries()) {
      if (stored[index] !== 'chaski') expect(each).toMatch(/^P(-[0-9A-F]{4}){3}$/u);
    }
    const step = stored.indexOf('centre') + 1;
    const page = await auditor().get(`/auditoria/derivaciones/${referral}?hasta=${step}`, { accept: 'text/html' });
    expect(page.body).toContain(name);
    expect(page.body).not.toContain('>centre<');
  });

  it('is who somebody was only when two persons wanted it, and for a day', async () => {
    const { reads, session } = await seen(`case=${opened}`);
    const pseudonym = reads.at(-1)?.person ?? '';
    const asked = await post('auditor', 'unmaskings', { pseudonym, session, reason: 'UNUSUAL_READS' });
    const path = `unmaskings/${asked.id}`;
    expect(await post('auditor', `${path}/showing`)).toMatchObject({ status: 409, code: 'unmasking/not-approved' });
    expect(await post('auditor', `${path}/approval`)).toMatchObject({ status: 403 });
    expect(await post('chief', `${path}/approval`)).toMatchObject({ status: 403 });
    expect(await post('officer', `${path}/approval`)).toMatchObject({ status: 200 });
    expect(await post('auditor', `${path}/showing`)).toMatchObject({ status: 200, person: 'centre' });
    expect(await post('officer', `${path}/showing`)).toMatchObject({ status: 404 });
    const { platform, clock } = here;
    clock.advanceTo(new Date(Date.parse(clock.now()) + unmaskingLasts).toISOString());
    expect(await post('auditor', `${path}/showing`)).toMatchObject({ status: 409, code: 'unmasking/over' });
    const stored: string[] = [];
    for await (const { dataText } of platform.log.readStream(`unmasking-${asked.id}`)) stored.push(dataText);
    expect(stored).toHaveLength(3);
    expect(stored.join()).not.toContain('centre');
    const nobody = { pseudonym: 'P-0000-0000-0000', reason: 'INCIDENT' };
    expect(await post('auditor', 'unmaskings', nobody)).toMatchObject({
      status: 404,
      code: 'unmasking/no-such-person',
    });
  });

  it('is a package anybody can check, with how to in two languages', async () => {
    for (const [kind, id] of [
      ['cases', opened],
      ['referrals', referral],
    ]) {
      const answer = await auditor().get(`/api/audit/evidence/${kind}/${id}`);
      expect(answer.statusCode).toBe(200);
      const files = unzip(answer.rawPayload);
      expect([...files.keys()]).toEqual(['paquete.jsonl', 'LEAME.txt', 'README.txt']);
      expect(files.get('LEAME.txt')).toContain('El código de quien registró');
      const lines = (files.get('paquete.jsonl') ?? '')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { kind: string; proof?: string[] });
      const entries = lines.filter((line) => line.kind === 'entry');
      expect(entries.length).toBeGreaterThan(0);
      expect(entries.every(({ proof }) => Array.isArray(proof))).toBe(true);
      expect(lines.some((line) => line.kind === 'checkpoint')).toBe(true);
    }
    expect((await auditor().get(`/api/audit/evidence/cases/${referral}`)).statusCode).toBe(404);
  });

  it('is what would have been under other rules, and nothing is written', async () => {
    const before = await here.platform.log.head();
    const ask = async (body: object) => (await auditor().post('/api/audit/what-if', body)).json<object>();
    const same = await ask({ case: opened });
    expect(same).toMatchObject({ differ: [] });
    const { rules } = same as { rules: { rule: string }[] };
    const other = { rule: rules[0]?.rule, amount: 0, unit: 'hours' };
    expect(((await ask({ board, override: other })) as { differ: object[] }).differ.length).toBeGreaterThan(0);
    expect(await ask({})).toMatchObject({ status: 422, code: 'what-if/one-of-both' });
    const typesSince: string[] = [];
    for await (const { events } of here.platform.log.readAll(before === undefined ? {} : { after: before })) {
      typesSince.push(...events.map(({ metadata }) => metadata['actor'] ?? ''));
    }
    expect(typesSince).not.toContain('auditor');
  });

  it('is never anything personal', async () => {
    const known = 'known:2026-03-30T00:00:00Z';
    const paths = [
      ...[`cases/${opened}`, `referrals/${referral}`].flatMap((each) => [each, `${each}/reads`, `evidence/${each}`]),
      ...[`cases/${opened}/changes?from=position:1`, `referrals/${referral}/changes?from=position:1`],
      ...['turn', 'received', 'cases', 'clocks'].flatMap((queue) =>
        ['pe-150112-cem', 'pe-150112-comisaria-familia'].flatMap((at) => [
          `queues/${at}/${queue}?at=${known}`,
          `queues/${at}/${queue}/changes?from=position:1`,
        ]),
      ),
      ...[
        `months/${board}/2026-02?at=${known}`,
        `months/${board}/2026-02/changes?from=known:2026-03-09T15:00:00Z`,
        'reads',
      ],
    ];
    for (const path of paths) {
      const answer = await auditor().get(`/api/audit/${path}`);
      expect([path, answer.statusCode]).toEqual([path, 200]);
      for (const canary of canaries) expect([path, answer.body.includes(canary)]).toEqual([path, false]);
      const theirs = await here.as('centre').get(`/api/audit/${path}`);
      expect([path, theirs.statusCode]).toEqual([path, 404]);
    }
  });
});
