import { catchUp, type Projection } from '#projection';
import { memoryViews } from '#projection/memory';
import { FileOfPersonAnswer } from '../../src/programmes/http/files.answers.js';
import { Counting } from '../../src/programmes/http/counting.js';
import { ReeducationFigures } from '../../src/programmes/http/reeducation-figures.js';
import { fileKinds, FileOfPerson, type KeptFile } from '../../src/questions.js';
import { communityHelps } from '../../src/programmes/views/community-helps.js';
import { enrolments } from '../../src/programmes/views/enrolments.js';
import { menGroups } from '../../src/programmes/views/masculinities.js';
import { programmeClass } from '../../src/people/access/vocabulary.js';
import { refresh } from '../../src/runners.js';
import { Caller, court, eventually, police } from '../acceptance/house.js';
import { defenders, heard, registerCountryside } from '../stories/programmes/community.js';
import {
  measureOf,
  type ProgrammeWorld,
  programmeWorld,
  type Somebody,
} from '../stories/programmes/reeducation-world.js';
import { monthOver } from '../support/months.js';
import { allCanaries, canaries, eventsOf, filesBelow, holding, sealedIn, wrappedKeysOf } from './support.js';

type Kind = KeptFile['kind'];

interface Kept {
  readonly person: string;
  readonly keeper: Somebody;
  /** Of another institution of the same sort. */
  readonly other: Somebody;
}

interface Rights {
  readonly cases: number;
  readonly linked: readonly string[];
  readonly file?: object;
  readonly erasures: readonly { readonly id: string; readonly status: string }[];
}

const api = { files: '/api/reeducation/enrolments', groups: '/api/masculinities/groups', rights: '/api/rights' };
const { name, document: documentId, phone, address } = canaries;
const order = `ORDEN ${address}`;

describe('What somebody in no case may ask of their data', () => {
  let world: ProgrammeWorld;
  let officer: Somebody;
  let centre: Somebody;
  let volunteer: Somebody;
  let file = '';
  let group = '';
  let help = '';
  const kept = new Map<Kind, Kept>();
  const of = (kind: Kind): Kept => {
    const found = kept.get(kind);
    if (found === undefined) throw new Error(`nobody of ${kind}`);
    return found;
  };
  const rightsOf = ({ person }: Kept, who = officer): Promise<Rights> => who.read(`${api.rights}/persons/${person}`);

  beforeAll(async () => {
    world = await programmeWorld();
    await registerCountryside(world.platform);
    const at = { centre: 'demo-cai-01', otherCentre: 'demo-pe-150132-cai-01', council: `demo-${defenders}-01` };
    officer = world.as('demo-coordinacion');
    centre = world.as(at.centre);
    volunteer = world.as(at.council);
    const opening = { entry: 'COURT_ORDER', court, sessions: 4, order, identity: { name, documentId, phone } };
    file = (await centre.done(api.files, opening)).id;
    await centre.done(`${api.files}/${file}/intake`);
    await centre.done(`${api.files}/${file}/sessions`, { day: '2026-03-09', result: 'ATTENDED' });
    await centre.done(`${api.files}/${file}/measures`, measureOf('PRE', 2));
    const { subject } = await centre.read<{ subject: string }>(`${api.files}/${file}`);
    group = (await centre.done(api.groups, { name: 'Grupo de prueba' })).id;
    const { id: man } = await centre.done(`${api.groups}/${group}/participants`);
    await centre.done(`${api.groups}/${group}/participants/${man}/measures`, measureOf('PRE', 1));
    const communities = ['ccapi', 'quilli'];
    const council = { id: defenders, kind: 'COMMUNITY_DEFENDER', communities, on: '2020-05-10' };
    await officer.done('/api/councils', council);
    help = (await volunteer.done('/api/helps', { ...heard, contact: `${phone}, ${name}` })).id;
    const [recorded] = await volunteer.read<readonly { readonly person: string }[]>('/api/helps');
    const otherCentre = world.as(at.otherCentre);
    kept.set('enrolment', { person: subject, keeper: centre, other: otherCentre });
    kept.set('men-group', { person: man, keeper: centre, other: otherCentre });
    kept.set('help', { person: recorded?.person ?? '', keeper: volunteer, other: centre });
    await monthOver(world);
  }, 60_000);
  afterAll(() => world.close());

  /** What is counted: of files, groups and helps, by whoever may. */
  const figures = async (): Promise<readonly unknown[]> => [
    await centre.read('/api/reeducation/activity'),
    await centre.read('/api/masculinities/network'),
    await centre.read('/api/masculinities/changes'),
    await volunteer.read(`/api/councils/${defenders}`),
    (await centre.read<{ attendance: object; measures: object }>(`${api.files}/${file}`)).attendance,
  ];

  it('is about what can be read until it is erased', async () => {
    const shown = { identityState: 'shown', identity: { name, documentId, phone }, order };
    expect(await centre.read(`${api.files}/${file}?reveal=identity`)).toMatchObject(shown);
  });

  it.each(fileKinds)('is taken down and answered (%s)', async (kind) => {
    const { person, keeper } = of(kind);
    for (const right of ['ACCESS', 'RECTIFICATION', 'CANCELLATION', 'OPPOSITION']) {
      const { id } = await keeper.done(`${api.rights}/requests`, { person, right });
      expect(await officer.read(`${api.rights}/requests/${id}`)).toMatchObject({ person, right, overdue: false });
      expect((await keeper.refused(`${api.rights}/requests/${id}/answer`, { outcome: 'GRANTED' }))[0]).toBe(403);
      await officer.done(`${api.rights}/requests/${id}/answer`, { outcome: 'GRANTED' });
    }
  });

  it.each(fileKinds)(
    'is asked through whoever keeps the file, and to nobody else is there anybody (%s)',
    async (kind) => {
      const { person, keeper, other } = of(kind);
      const path = `${api.rights}/persons/${person}`;
      for (const who of [keeper, officer]) {
        const { cases, linked, file: told } = await rightsOf(of(kind), who);
        expect({ cases, linked, told }).toMatchObject({ cases: 0, linked: [], told: { kind } });
      }
      for (const who of [other, world.as('demo-comisaria-familia-01'), world.as('demo-juzgado-familia-01')]) {
        expect(await who.unread(path)).toEqual([404, 'person/unknown']);
        expect(await who.refused(`${path}/erasures`, { ground: 'PERSON_ASKED' })).toEqual([404, 'person/unknown']);
      }
      const unknown = `${api.rights}/persons/${crypto.randomUUID()}/erasures`;
      expect(await officer.refused(unknown, { ground: 'PERSON_ASKED' })).toEqual([404, 'person/unknown']);
    },
  );

  it('erases a file whole, and not for its age while it is open', async () => {
    const path = `${api.rights}/persons/${of('enrolment').person}/erasures`;
    expect(await centre.refused(path, { ground: 'RETENTION_OVER' })).toEqual([409, 'erasure/file-open']);
    const some = { ground: 'PERSON_ASKED', categories: ['identity'] };
    expect(await centre.refused(path, some)).toEqual([422, 'erasure/whole-file']);
  });

  it('is found by the code of the file, as by the code of a case', async () => {
    const { code } = await centre.read<{ code: string }>(`${api.files}/${file}`);
    const { participants } = await centre.read<{ participants: readonly { code: string }[] }>(`${api.groups}/${group}`);
    const desk = new Caller(world.app, 'demo-coordinacion');
    const found = async (sought = '') => (await desk.get(`/derechos?caso=${sought}`)).headers.location;
    expect(await found(code.toLowerCase())).toBe(`/derechos/personas/${of('enrolment').person}`);
    expect(await found(participants[0]?.code)).toBe(`/derechos/personas/${of('men-group').person}`);
  });

  it.each([
    ['enrolment', () => `/programas/reeducacion/${file}`, 'programa de reeducación, en curso'],
    ['men-group', () => `/programas/masculinidades/${group}`, 'grupo de hombres'],
    ['help', () => `/comunidades/ayuda?hecho=${help}`, 'sin caso abierto'],
  ] as const)('is on a page that whoever keeps the file is led to (%s)', async (kind, from, words) => {
    const { person, keeper } = of(kind);
    const page = await keeper.look(`/derechos/personas/${person}`);
    expect(page).toContain(words);
    expect(page).toContain('Se suprimen todos los datos');
    expect(page).not.toMatch(/casos? registrado/u);
    const actor = kind === 'help' ? `demo-${defenders}-01` : 'demo-cai-01';
    const led = await world.app.inject({ url: from(), headers: { 'x-actor': actor, accept: 'text/html' } });
    expect(led.body).toContain(`/derechos/personas/${person}`);
  });

  it.each(fileKinds)(
    'waits for a hold and a second person, then leaves no key and a certificate (%s)',
    async (kind) => {
      const { person, keeper } = of(kind);
      const before = await figures();
      const keys = wrappedKeysOf(world.paths.vault, person);
      expect(keys).toHaveLength(1);
      const stored = () => filesBelow(world.paths.data, world.paths.vault, world.paths.vaultCopy);
      expect(holding(keys, stored())).not.toEqual([]);
      const path = `${api.rights}/persons/${person}`;
      const hold = (await officer.done(`${path}/holds`, { norm: 'COURT_ORDER' })).id;
      const { id } = await keeper.done(`${path}/erasures`, { ground: 'PERSON_ASKED' });
      const approval = `${api.rights}/erasures/${id}/approval`;
      // Under a hold it is taken down, and put off.
      expect((await officer.refused(approval))[0]).toBe(409);
      expect((await keeper.refused(approval))[0]).toBe(403);
      await officer.done(`${path}/holds/${hold}/lifting`, { reason: 'ENDED' });
      await officer.done(approval);
      await eventually(async () => (await rightsOf(of(kind))).erasures.find(({ status }) => status === 'certified'));
      const steps = ['ErasureFenced', 'KeysDestroyed', 'TracesPurged', 'SubjectErased'];
      expect((await eventsOf(world.platform, person)).slice(-4)).toEqual(steps);
      for (const who of [keeper, officer]) {
        const certificate = await who.read<object>(`${api.rights}/erasures/${id}/certificate`);
        expect(certificate).toMatchObject({ erasure: id, person, keys: 1, backupDays: 30 });
        expect(JSON.stringify(certificate)).not.toContain('case');
      }
      const page = await keeper.look(`/derechos/supresiones/${id}`);
      expect(page).toContain('Constancia de supresión');
      expect(page).not.toMatch(/\bcaso\b/u);
      expect(await world.platform.vault.keysOf(person)).toEqual({ live: 0, destroyed: 1 });
      expect(holding([...keys, ...allCanaries], new Map([...stored(), ['log', Buffer.from(world.logged())]]))).toEqual(
        [],
      );
      expect(await figures()).toEqual(before);
    },
  );

  it('counts, folded anew from the record, as it did before', async () => {
    const anew = new ReeducationFigures(new Counting(world.platform));
    const activity = await anew.activity();
    expect(activity.counts.length).toBeGreaterThan(0);
    expect(activity).toEqual(await centre.read('/api/reeducation/activity'));
    expect(await anew.changes()).toEqual(await centre.read('/api/masculinities/changes'));
  });

  it('reads as erased, and takes nothing more of them', async () => {
    expect(await centre.read(`${api.files}/${file}?reveal=identity`)).toMatchObject({
      identityState: 'erased',
      attendance: { attended: 1 },
    });
    expect(await centre.look(`/programas/reeducacion/${file}?mostrar=nombre`)).toContain('Sus datos fueron suprimidos');
    expect(await centre.refused(`${api.files}/${file}/measures`, measureOf('POST', 1))).toEqual([410, 'erased']);
    const man = of('men-group').person;
    const measures = `${api.groups}/${group}/participants/${man}/measures`;
    expect(await centre.refused(measures, measureOf('POST', 1))).toEqual([410, 'erased']);
    const again = { ground: 'PERSON_ASKED' };
    const path = `${api.rights}/persons/${of('help').person}/erasures`;
    expect(await volunteer.refused(path, again)).toEqual([409, 'erasure/done']);
    // The programme goes on without who he is.
    await centre.done(`${api.files}/${file}/end`, { how: 'ABANDONED' });
  });

  it('is there before anything was sealed: nothing ever is, afterwards', async () => {
    const { id: person } = await centre.done(`${api.groups}/${group}/participants`);
    const { id } = await centre.done(`${api.rights}/persons/${person}/erasures`, { ground: 'WRONG_RECORD' });
    await officer.done(`${api.rights}/erasures/${id}/approval`);
    const asked = { person, keeper: centre, other: centre };
    await eventually(async () => (await rightsOf(asked)).erasures.find(({ status }) => status === 'certified'));
    expect(await centre.read(`${api.rights}/erasures/${id}/certificate`)).toMatchObject({ person, keys: 0 });
    const measures = `${api.groups}/${group}/participants/${person}/measures`;
    expect(await centre.refused(measures, measureOf('PRE', 1))).toEqual([410, 'erased']);
  });

  it('leaves a record that can be folded again, with nothing in it that opens', async () => {
    const { platform } = world;
    const projections = [enrolments, menGroups, communityHelps] as readonly Projection[];
    const anew = memoryViews();
    await catchUp(platform.log, projections, anew);
    await refresh(platform);
    for (const projection of projections) {
      const all = async (views: Pick<typeof anew, 'all'>) => {
        const found: unknown[] = [];
        for await (const each of views.all(projection)) found.push(each);
        return found;
      };
      expect(await all(anew)).toHaveLength(1);
      expect(await all(anew)).toEqual(await all(platform.views));
    }
    const grant = platform.mintGrant({ actor: 'test', purpose: 'test', categories: [programmeClass, 'contact'] });
    const sealed = (await sealedIn(platform)).filter(({ binding }) =>
      /^(enrolment|masculin|help)/u.test(binding.stream),
    );
    const opened = sealed.map(({ section, binding }) => platform.vault.open(section, binding, grant));
    // Who he is, his order and his answers; the answers of the other; how to reach her.
    expect(await Promise.all(opened)).toEqual(Array<string>(5).fill('erased'));
  });

  it('is asked of the case where what a community heard was handed on', async () => {
    const to = { organization: police };
    await volunteer.done('/api/helps', { ...heard, contact: phone, agrees: true, to });
    const helps = await volunteer.read<readonly { readonly person: string; readonly case?: string }[]>('/api/helps');
    const { person = '' } = helps.find((help) => help.case !== undefined) ?? {};
    const told = await rightsOf({ person, keeper: volunteer, other: centre }, volunteer);
    expect([told.cases, told.file]).toEqual([1, undefined]);
    // Also where the case is not found yet: an open case must not pass for a help that is over.
    const files = new FileOfPersonAnswer(world.platform);
    expect(await files.execute(new FileOfPerson(person))).toBeUndefined();
    expect(await files.execute(new FileOfPerson(of('help').person))).toMatchObject({ kind: 'help', keeper: defenders });
  });
});
