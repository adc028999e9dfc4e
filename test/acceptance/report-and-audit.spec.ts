import { History, board, org } from '../support/history.js';
import { at, Caller, eventually, type House, house } from './house.js';
import type { Report } from '../../src/report/domain/model.js';

const auditing = 'demo-auditoria';

describe('what the board and the auditor see', () => {
  let server: House;
  let referral: string;
  let opened: string;

  beforeAll(async () => {
    server = await house();
    const history = new History(server.platform, 'board');
    await history.establishBoard('2026-03-01T15:00:00.000Z');
    for (let day = 1; day <= 7; day += 1) {
      opened = await history.openCase(`2026-03-0${day}T15:00:00.000Z`);
      referral = await history.sendReferral(`2026-03-0${day}T16:00:00.000Z`, opened);
      await history.command(
        'referral',
        referral,
        { do: 'accept', institution: org('cem') },
        `2026-03-0${day}T17:00:00.000Z`,
      );
    }
  });
  afterAll(() => server.close());

  /** As it stands, told to a member; as it stood, to an auditor. */
  const report = async (query = ''): Promise<{ report: Report; position: string }> => {
    const answer = await eventually(async () => {
      // The clock runs beside: what falls due moves the head.
      const head = await server.head();
      const tried = await new Caller(server.app, query === '' ? at.police : auditing).get(
        `/api/boards/${board}/reports/2026-03/report.json${query}`,
      );
      if (query !== '' && tried.statusCode !== 200) throw new Error(tried.body);
      return tried.statusCode === 200 && (query !== '' || tried.headers['log-position'] === head) ? tried : undefined;
    });
    return { report: answer.json<Report>(), position: String(answer.headers['log-position']) };
  };

  it('is the month as it stands, sealed with the position it was made from', async () => {
    const { report: made, position } = await report();
    expect(made.figures.indicators[0]).toMatchObject({ id: 'new-cases', value: 7 });
    expect(made.seal).toMatchObject({ position });
    expect(made.seal.figuresDigest).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is made again, the same, from the position after more has happened', async () => {
    const first = await report();
    const { cutoff } = first.report.figures.period;
    await new History(server.platform, 'later').openCase('2026-03-08T15:00:00.000Z');
    const now = await report();
    expect(now.report.figures.indicators[0]).toMatchObject({ value: 8 });
    const again = await report(`?position=${first.position}&cutoff=${cutoff}`);
    expect(again.report.figures).toEqual(first.report.figures);
    expect(again.report.seal.figuresDigest).toBe(first.report.seal.figuresDigest);
  });

  it.each(['html', 'pdf', 'xlsx', 'csv', 'json'])(
    'is the same bytes again as %s, from what its cover says',
    async (format) => {
      const { report: made, position } = await report();
      const edition = `position=${Number(position)}&cutoff=${made.figures.period.cutoff}&issued=${made.seal.issuedAt}`;
      const path = `/api/boards/${board}/reports/2026-03/report.${format}?${edition}`;
      const once = await new Caller(server.app, auditing).get(path);
      await new History(server.platform, `beside-${format}`).openCase('2026-03-08T16:00:00.000Z');
      const again = await new Caller(server.app, auditing).get(path);
      expect(once.statusCode).toBe(200);
      expect(again.rawPayload.equals(once.rawPayload)).toBe(true);
      if (format === 'json') expect(once.json<Report>()).toEqual(made);
    },
  );

  it('comes as a file of every format', async () => {
    for (const [format, start] of Object.entries({
      html: '<!doctype html>',
      pdf: '%PDF-',
      xlsx: 'PK',
      csv: 'section',
    })) {
      const answer = await new Caller(server.app, at.police).get(
        `/api/boards/${board}/reports/2026-03/report.${format}`,
      );
      expect(answer.statusCode).toBe(200);
      expect(answer.rawPayload.subarray(0, start.length).toString('latin1').toLowerCase()).toBe(start.toLowerCase());
    }
  });

  it('is made as it was for nobody but auditors: from two positions a person could be told', async () => {
    const { report: made, position } = await report();
    const path = `/api/boards/${board}/reports/2026-03`;
    for (const back of [0, 1]) {
      const edition = `position=${Number(position) - back}&cutoff=${made.figures.period.cutoff}`;
      for (const file of ['report.json', 'report.csv', 'report.csv-metadata.json']) {
        for (const code of [at.police, at.cem, 'demo-linea-01', 'demo-coordinacion', 'demo-datos-01']) {
          const refused = await new Caller(server.app, code).get(`${path}/${file}?${edition}`);
          expect([code, file, refused.statusCode]).toEqual([code, file, 403]);
          expect(refused.body).not.toContain('figures');
        }
        expect((await new Caller(server.app, auditing).get(`${path}/${file}?${edition}`)).statusCode).toBe(200);
      }
    }
  });

  it('answers clearly to a board, month, format or edition that is none', async () => {
    const caller = new Caller(server.app, auditing);
    for (const [path, status] of [
      [`/api/boards/mesa-000000/reports/2026-03/report.json`, 404],
      [`/api/boards/${board}/reports/2026-13/report.json`, 422],
      [`/api/boards/${board}/reports/2026-03/report.docx`, 404],
      [`/api/boards/${board}/reports/2026-03/report.json?position=12`, 400],
      [`/api/boards/${board}/reports/2026-03/report.json?cutoff=yesterday`, 400],
      [`/api/boards/${board}/reports/2026-03/report.json?position=99999999&cutoff=2026-03-09T15:00:00Z`, 422],
      [`/api/boards/${board}/reports/2026-03/report.json?position=1&cutoff=2036-03-09T15:00:00Z`, 422],
    ] as const) {
      const answer = await caller.get(path);
      expect([path, answer.statusCode, answer.headers['content-type']]).toEqual([
        path,
        status,
        expect.stringContaining('problem+json'),
      ]);
    }
  });

  it('shows the month as a page, with its files', async () => {
    const answer = await new Caller(server.app, 'demo-coordinacion').get(`/mesa/${board}/2026-03`, {
      accept: 'text/html',
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('<title>Agenda</title>');
    expect(answer.body).toContain('report.pdf');
    expect(answer.body).toMatch(/<link rel="stylesheet" href="\/assets\/report\.[0-9a-f]+\.css"/);
    expect(answer.body).toMatch(/data-figure="new-cases-series"/);
  });

  it('replays a referral up to a position, to what was known, and to what had happened', async () => {
    const auditor = new Caller(server.app, auditing);
    const whole = await auditor.get(`/api/audit/referrals/${referral}`);
    expect(whole.json()).toMatchObject({
      recorded: 3,
      shown: 3,
      state: { status: 'accepted', from: org('comisaria-familia') },
    });
    const { events } = whole.json<{ events: readonly { position: string; type: string }[] }>();
    const until = async (query: string) =>
      (await auditor.get(`/api/audit/referrals/${referral}?${query}`)).json<{
        shown: number;
        state: { status: string } | null;
      }>();
    expect(await until(`position=${events[0]?.position}`)).toMatchObject({ shown: 1, state: { status: 'sent' } });
    expect(await until('happened=2026-03-07T16:30:00Z')).toMatchObject({ shown: 1, state: { status: 'sent' } });
    expect(await until('known=2026-03-01T00:00:00Z')).toMatchObject({ shown: 0, state: null });
  });

  it('names the event behind every changed field', async () => {
    const answer = await new Caller(server.app, auditing).get(
      `/api/audit/referrals/${referral}/differences?from=1&to=3`,
    );
    expect(answer.json()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          field: '/status',
          before: 'sent',
          after: 'received',
          type: 'ReferralReceived',
          revision: 2,
        }),
        expect.objectContaining({
          field: '/status',
          before: 'received',
          after: 'accepted',
          type: 'ReferralAccepted',
          revision: 3,
        }),
      ]),
    );
  });

  it('keeps histories from everybody else, with the answer of a thing that is not there', async () => {
    const theirs = await new Caller(server.app, at.police).get(`/api/audit/cases/${opened}`);
    const none = await new Caller(server.app, auditing).get('/api/audit/cases/00000000-0000-8000-8000-000000000000');
    expect([theirs.statusCode, none.statusCode]).toEqual([404, 404]);
    expect(theirs.json<{ type: string }>().type).toBe(none.json<{ type: string }>().type);
  });

  it('walks an auditor through a story on plain links', async () => {
    const auditor = new Caller(server.app, auditing);
    const code = (await auditor.get(`/api/audit/referrals/${referral}`)).json<{ state: { code: string } }>().state.code;
    const found = await auditor.get(`/auditoria?code=${code.toLowerCase()}`, { accept: 'text/html' });
    expect([found.statusCode, found.headers['location']]).toEqual([303, `/auditoria/derivaciones/${referral}`]);
    const page = await auditor.get(`/auditoria/derivaciones/${referral}?hasta=2`, { accept: 'text/html' });
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('Suceso 2 de 3');
    expect(page.body).toContain('/status');
  });

  // Last: it closes the second log, without which nothing of a referral is shown.
  it('shows an auditor who opened what, and lets nothing be opened that cannot be written down', async () => {
    const said = { note: 'NOTA-DE-PRUEBA', safeContact: 'CONTACTO-DE-PRUEBA' };
    const history = new History(server.platform, 'told');
    const told = await history.sendReferral('2026-03-08T18:00:00.000Z', opened, { message: said });
    const centre = new Caller(server.app, at.cem);
    expect((await centre.get(`/api/referrals/${told}`)).body).toContain('NOTA-DE-PRUEBA');
    const reads = (await new Caller(server.app, auditing).get(`/api/audit/referrals/${told}/reads`)).json<
      { actor: string }[]
    >();
    expect(reads).toEqual([
      expect.objectContaining({ type: 'Looked', action: 'readReferral' }),
      expect.objectContaining({ section: 'safeContact', category: 'contact' }),
      expect.objectContaining({ section: 'note', category: 'narrative' }),
      // Who asks is on record before.
      expect.objectContaining({ type: 'Looked', action: 'auditHistory' }),
    ]);
    // Under a name that means nobody, and is the same for the same person.
    expect(reads[0]?.actor).toMatch(/^P(-[0-9A-F]{4}){3}$/);
    expect(reads[1]?.actor).toBe(reads[0]?.actor);
    await server.platform.reads.close();
    const refused = await centre.get(`/api/referrals/${told}`);
    expect(refused.statusCode).toBe(503);
    expect(refused.body).not.toMatch(/NOTA|CONTACTO/);
  });
});
