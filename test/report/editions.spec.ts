import { createHash } from 'node:crypto';
import type { Figures } from '../../src/report/domain/model.js';
import { Caller } from '../acceptance/house.js';
import { History } from '../support/history.js';
import { type World, world } from '../stories/boards/world.js';

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const month = '2026-02';
const editions = `/api/boards/mesa-a/editions`;
const edition = `${editions}/${month}`;

interface Card {
  readonly versions: readonly {
    readonly version: number;
    readonly status: string;
    readonly cause?: string;
    readonly minutes?: string;
    readonly publications: readonly {
      readonly profile: string;
      readonly code: string;
      readonly files: readonly { readonly format: string; readonly sha256: string; readonly bytes: number }[];
      readonly changes: readonly {
        readonly figure: string;
        readonly was: number | null;
        readonly now: number | null;
      }[];
    }[];
  }[];
}

describe('the life of a report over HTTP', () => {
  let place: World;
  let history: History;
  let months = 0;
  const openCases = async (count: number, principal: string): Promise<void> => {
    for (let nth = 0; nth < count; nth += 1) {
      months += 1;
      const at = new Date(Date.parse('2026-02-02T15:00:00.000Z') + months * 3_600_000).toISOString();
      await history.openCase(at, { types: [principal], principal });
    }
  };
  const card = (): Promise<Card> => place.read<Card>(edition);
  const published = async (version: number, profile: string) =>
    (await card()).versions
      .find((each) => each.version === version)
      ?.publications.find((each) => each.profile === profile);
  const file = async (version: number, profile: string, format: string): Promise<Buffer> =>
    (await place.coordinator.get(`${edition}/${version}/${profile}/report.${format}`)).rawPayload;
  const verified = async (query: string): Promise<string> =>
    (await place.app.inject({ url: `/verificar?${query}` })).body;

  /** Policies go on recording what follows from the cases, so that only the answer is looked at. */
  const refused = async (url: string, body: object = {}, who = place.coordinator) => {
    const answer = await who.post(url, body);
    return [answer.statusCode, answer.json<{ code: string }>().code];
  };

  beforeAll(async () => {
    place = await world();
    await place.found('mesa-a');
    history = new History(place.platform, 'editions');
    await openCases(26, 'PHYSICAL');
    await openCases(18, 'PSYCHOLOGICAL');
    await openCases(2, 'SEXUAL');
  });
  afterAll(() => place.close());

  it('is led by whoever coordinates, in order, and only of a month that is over', async () => {
    expect(await refused(`${edition}/freeze`, {}, place.member)).toEqual([403, 'forbidden']);
    expect(await refused(`${editions}/2026-03/freeze`)).toEqual([422, 'edition/month-open']);
    expect(await refused(`${edition}/approval`, { minutes: '1-2026' })).toEqual([409, 'edition/not-frozen']);
    await place.done(`${edition}/freeze`);
    expect(await refused(`${edition}/publication`, { profile: 'board' })).toEqual([409, 'edition/not-approved']);
    await place.done(`${edition}/approval`, { minutes: '1-2026' });
    expect(await refused(`${edition}/freeze`)).toEqual([409, 'edition/approved']);
    expect(await refused(`${edition}/publication`, { profile: 'public' })).toEqual([409, 'edition/board-first']);
    await place.done(`${edition}/publication`, { profile: 'board' });
    await place.done(`${edition}/publication`, { profile: 'public' });
    expect((await card()).versions).toMatchObject([{ version: 1, status: 'published', minutes: '1-2026' }]);
  });

  it('keeps every file as it was issued, whatever is recorded afterwards', async () => {
    const before = await file(1, 'board', 'pdf');
    await openCases(9, 'SEXUAL');
    for (const profile of ['board', 'public']) {
      const { files = [] } = (await published(1, profile)) ?? {};
      expect(files.map(({ format }) => format)).toEqual(['html', 'pdf', 'xlsx', 'csv', 'json']);
      for (const { format, sha256: digest, bytes } of files) {
        const issued = await file(1, profile, format);
        expect([sha256(issued), issued.length]).toEqual([digest, bytes]);
      }
    }
    expect(await file(1, 'board', 'pdf')).toEqual(before);
    expect((await place.coordinator.get(`${edition}/2/board/report.pdf`)).statusCode).toBe(404);
  });

  it('is from then on what members are shown of the month, not what is counted since', async () => {
    const report = `/api/boards/mesa-a/reports/${month}/report`;
    for (const format of ['json', 'pdf']) {
      const { statusCode, headers } = await place.member.get(`${report}.${format}`);
      expect([statusCode, headers.location]).toEqual([303, `${edition}/1/board/report.${format}`]);
    }
    const newCases = (of: {
      readonly indicators: readonly { readonly id?: string; readonly indicator?: string; readonly value: unknown }[];
    }) => of.indicators.find(({ id, indicator }) => (id ?? indicator) === 'new-cases')?.value;
    const observatory = `/api/boards/mesa-a/observatory/${month}.json`;
    expect(newCases(await place.read(observatory, place.member))).toBe(46);
    const page = (await place.member.get(`/mesa/mesa-a/${month}`)).body;
    expect(page).toContain('Versión 1, aprobada en el acta n.º 1-2026');
    // Auditors may ask for any moment, and so for today.
    const auditor = new Caller(place.app, 'demo-auditoria');
    const { figures } = await place.read<{ figures: Parameters<typeof newCases>[0] }>(`${report}.json`, auditor);
    expect(newCases(figures)).toBe(55);
  });

  it('is also what the draft of the next month tells of it, which auditors alone see counted since', async () => {
    type Indicators = { readonly figures: Pick<Figures, 'indicators'> };
    const before = async (who: Caller) => {
      const next = `/api/boards/mesa-a/reports/2026-03/report.json`;
      const { figures } = await place.read<Indicators>(next, who);
      return figures.indicators.find(({ id }) => id === 'new-cases')?.previous.value;
    };
    expect(await before(place.member)).toBe(46);
    expect(await before(new Caller(place.app, 'demo-auditoria'))).toBe(55);
  });

  it('tells the public rounded figures, and nothing in any format that was withheld', async () => {
    const text = (await file(1, 'public', 'json')).toString('utf8');
    const { figures } = JSON.parse(text) as {
      figures: { profile: string; indicators: { id: string; value: unknown }[] };
    };
    expect(figures.profile).toBe('public');
    const walk = (of: unknown): readonly Record<string, unknown>[] =>
      typeof of !== 'object' || of === null
        ? []
        : [
            ...('status' in of && 'denominator' in of ? [of as Record<string, unknown>] : []),
            ...Object.values(of).flatMap(walk),
          ];
    for (const { status, value, numerator, denominator } of walk(figures)) {
      if (status !== 'published') expect([value, numerator, denominator]).toEqual([null, null, null]);
    }
    expect((await file(1, 'public', 'html')).toString('utf8')).toContain('redondeado a múltiplos de 5');
  });

  it('is verified by the file, by its code and by an upload, and a changed copy is not known', async () => {
    const pdf = await file(1, 'board', 'pdf');
    expect(await verified(`huella=${sha256(pdf)}`)).toContain('Es auténtico.');
    const { code = '' } = (await published(1, 'board')) ?? {};
    expect(await verified(`codigo=${code.toLowerCase().replaceAll('-', '%20')}`)).toContain('versión 1, para la mesa');
    expect(await verified(`huella=${sha256(Buffer.concat([pdf, Buffer.from(' ')]))}`)).toContain('No se conoce.');
    expect(await verified('codigo=hola')).toContain('no es un código');
    const upload = (bytes: Buffer, url = '/verificar') =>
      place.app.inject({
        ...{ method: 'POST', url, headers: { 'content-type': 'multipart/form-data; boundary=x-1' } },
        payload: Buffer.concat([
          Buffer.from('--x-1\r\ncontent-disposition: form-data; name="file"; filename="r.pdf"\r\n\r\n'),
          bytes,
          Buffer.from('\r\n--x-1--\r\n'),
        ]),
      });
    expect((await upload(pdf)).body).toContain('Es auténtico.');
    expect((await upload(Buffer.from('otra cosa'))).body).toContain('No se conoce.');
    expect((await upload(pdf, '/entrar')).statusCode).toBe(415);
    const page = await verified('');
    expect(page).toMatch(/<script src="\/assets\/verify\.[0-9a-f]+\.js" defer/u);
  });

  it('is restated with what changed and why, and the version before says so', async () => {
    await place.done(`${edition}/restatement`, { cause: 'LATE' });
    await place.done(`${edition}/freeze`);
    await place.done(`${edition}/approval`, { minutes: '2-2026' });
    await place.done(`${edition}/publication`, { profile: 'board' });
    expect((await card()).versions).toMatchObject([
      { version: 1, status: 'published' },
      { version: 2, status: 'published', cause: 'LATE' },
    ]);
    const { changes = [] } = (await published(2, 'board')) ?? {};
    expect(changes).toContainEqual({ figure: 'new-cases', was: 46, now: 55 });
    const old = sha256(await file(1, 'board', 'pdf'));
    expect(await verified(`huella=${old}`)).toContain('Lo reemplaza la versión 2');
    expect(await verified(`huella=${sha256(await file(2, 'board', 'pdf'))}`)).toContain('Es la versión vigente.');
  });

  it('shows its life on a page, with the next step for whoever leads', async () => {
    const { body } = await place.coordinator.get(`/ediciones/mesa-a/${month}`);
    for (const text of [
      'Versión 2: publicada',
      'Aprobado en el acta n.º 1-2026',
      'Publicar para el público',
      'Qué cambió',
    ]) {
      expect(body).toContain(text);
    }
    const { body: read } = await place.member.get(`/ediciones/mesa-a/${month}`);
    expect(read).not.toContain('Publicar para el público');
    const { body: none } = await place.coordinator.get('/ediciones/mesa-a/2026-01');
    expect(none).toContain('todavía no tiene una edición');
    expect(none).toContain('Congelar el informe');
  });

  it('keeps what was typed where a form is not complete, on the page it was sent from', async () => {
    const page = `/ediciones/mesa-a/${month}`;
    const form = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };
    const send = async (step: string, fields: Readonly<Record<string, string>>) => {
      const body = new URLSearchParams(fields).toString();
      return place.coordinator.post(`${page}/${step}`, body, form);
    };
    const causeless = await send('rehacer', { cause: '' });
    expect(causeless.statusCode).toBe(422);
    expect(causeless.body).toContain('<p class="error" id="cause-error">Falta este dato.</p>');
    expect((await send('rehacer', { cause: 'LATE' })).statusCode).toBe(303);
    expect((await send('congelar', {})).statusCode).toBe(303);
    const misspelt = await send('aprobar', { minutes: '3 de 2026' });
    expect(misspelt.statusCode).toBe(422);
    expect(misspelt.body).toContain('<p class="error" id="minutes-error">No tiene la forma esperada.</p>');
    expect(misspelt.body).toContain('value="3 de 2026"');
    expect((await send('aprobar', { minutes: '3-2026' })).statusCode).toBe(303);
  });
});
