import { routes } from '../../src/people/routes.js';
import { settle } from '../../src/runners.js';
import { eventually, newCase, told, toldAll, toPsychology } from '../acceptance/house.js';
import { type Calling, calling, doing, expected, type Handover, handovers, type State, states } from './matrix.js';
import { type Place, place } from './support.js';

const absent = '00000000-0000-4000-8000-000000000000';
const hour = 3_600_000;
/** Every route that names a case or a referral, and what it does to it. */
const named = routes.flatMap(({ route }) => {
  const done = doing(route);
  return done === undefined ? [] : [{ route, ...done }];
});
/** Parameters beside the id, such as each route takes. */
const others: Readonly<Record<string, string>> = {
  ':measure': absent,
  ':code': 'doctor',
  ':kind': 'aviso',
  ':path': 'nota',
};
/** What whoever is let through hears, and nobody who is refused. */
const letThrough: ReadonlySet<number> = new Set([200, 201, 303, 400, 409, 422]);

/** A case and its referral to the centre. */
interface Pair {
  readonly case: string;
  readonly referral: string;
}

describe('Who may call what about whom', () => {
  let here: Place;
  const there = new Map<string, Pair>();
  beforeAll(async () => {
    here = await place();
    for (const state of states) for (const of of handovers) there.set(`${state} ${of}`, await handedOver(of));
    here.clock.advanceTo(new Date(Date.parse(here.clock.now()) + 2 * hour).toISOString());
    for (const of of handovers) {
      await close(pair('closed', of));
      await seal(pair('sealed', of));
      await erase(pair('erased', of));
    }
    await settle(here.platform, async () => undefined);
  }, 120_000);
  afterAll(() => here.close());

  const pair = (state: State, of: Handover): Pair => {
    const found = there.get(`${state} ${of}`);
    if (found === undefined) throw new Error(`no ${state} case with a ${of} referral`);
    return found;
  };
  const done = async (who: string, url: string, body: object = {}) => {
    const answer = await here.as(who).post(url, body);
    if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.body}`);
    return told(answer);
  };

  async function handedOver(of: Handover): Promise<Pair> {
    const identity = { name: 'N. de prueba', documentId: '00000000' };
    const { id } = await done('counter', '/api/cases', { ...newCase, complaint: false, identity });
    const body = toPsychology(id);
    const until = new Date(Date.parse(here.clock.now()) + hour).toISOString();
    const consent = of === 'expired' ? { ...body.consent, until } : body.consent;
    const { id: referral } = await done('counter', '/api/referrals', { ...body, consent });
    if (of === 'withdrawn') await done('counter', `/api/referrals/${referral}/consent-withdrawal`);
    return { case: id, referral };
  }

  const close = ({ case: id }: Pair) => done('counter', `/api/cases/${id}/closure`, { reason: 'PLAN_COMPLETED' });

  async function seal({ case: id }: Pair): Promise<void> {
    const { code } = told(await here.as('counter').get(`/api/cases/${id}`));
    const asked = await done('officer', '/api/sealings', { case: code, aim: 'seal', ground: 'DATA_PROTECTION' });
    await done('officer-2', `/api/sealings/${asked.id}/approval`);
  }

  async function erase({ case: id }: Pair): Promise<void> {
    const { person } = told(await here.as('counter').get(`/api/cases/${id}`));
    const asked = await done('counter', `/api/rights/persons/${person}/erasures`, { ground: 'PERSON_ASKED' });
    await done('officer', `/api/rights/erasures/${asked.id}/approval`);
    const over = async () => toldAll(await here.as('officer').get('/api/rights/erasures?state=over&limit=100'));
    await eventually(async () => (await over()).find((each) => each.id === asked.id));
  }

  /** Calls a route about this id. A command is sent for a revision there cannot be: none is ever carried out. */
  async function call(who: string, route: string, id: string) {
    const [method = '', path = ''] = route.split(' ');
    const url = path.replace(/:[a-z]+/gi, (each) => others[each] ?? id);
    const caller = here.as(who);
    const answer = await (method === 'GET' ? caller.get(url) : caller.post(url, {}, { 'if-match': 'none' }));
    const { statusCode: status, headers, body } = answer;
    // Each answer has a number of its own.
    const words = body.replaceAll(id, 'ID').replaceAll(/urn:uuid:[0-9a-f-]{36}/g, 'urn:uuid:NUMBER');
    return { status, said: [Object.keys(headers).sort(), words] };
  }

  /** What an answer comes to: one that can be told from that to what is not there is no 404. */
  async function outcome({ code, of }: Calling, { route, on }: (typeof named)[number], state: State) {
    const { status, said } = await call(code, route, pair(state, of)[on]);
    if (letThrough.has(status)) return 'allowed';
    if (status !== 404) return status;
    const none = await call(code, route, absent);
    return JSON.stringify(said) === JSON.stringify(none.said) ? status : [said, none.said];
  }

  it('is asked of every route that names one', () => {
    const asked = new Set(named.map(({ route }) => route));
    const owned = routes.filter(({ on }) => on === 'case' || on === 'referral');
    expect(owned.filter(({ route }) => !asked.has(route))).toEqual([]);
  });

  it('is as the rules say: for every route, in every state, for everybody', async () => {
    const before = await here.platform.log.head();
    let cells = 0;
    const wrong: unknown[] = [];
    for (const state of states) {
      for (const each of named) {
        const outcomes = await Promise.all(calling.map((caller) => outcome(caller, each, state)));
        for (const [index, { who }] of calling.entries()) {
          const right = expected(each.action, who, state);
          cells += 1;
          const is = outcomes[index];
          if (is !== right) wrong.push([each.route, who, state, { right, is }]);
        }
      }
    }
    const size = `${named.length} routes x ${calling.length} callers x ${states.length} states`;
    process.stdout.write(`access matrix: ${size} = ${cells} cells\n`);
    expect(wrong).toEqual([]);
    // No call changed what the next one met.
    expect(await here.platform.log.head()).toBe(before);
  }, 120_000);
});
