import { Agent, request } from 'node:http';
import { cem, police, service } from './furnish.js';
import type { Answered, Asked, Journal } from './journal.js';

const counter = 'demo-comisaria-familia-01';
const centre = 'demo-cem-01';
const clients = 24;
/** One in so many callers hangs up before the answer comes: like a kill, that leaves the outcome open. */
const impatient = 12;
/** Milliseconds after which they do. */
const patience = 12;

interface Reply {
  readonly status: number;
  readonly replayed: boolean;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The server answered with what it never should. */
export class Unexpected extends Error {}

/** People at two institutions who open cases, send referrals and accept them, all at once, until they are told to stop. */
export class Clients {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: clients });
  readonly #journal: Journal;
  readonly #port: number;
  #count: number;
  #stopped = false;
  readonly #cases: string[];
  readonly #waiting: string[];
  readonly #again: Asked[];
  readonly #unread: Answered[];

  constructor(journal: Journal, port: number) {
    this.#journal = journal;
    this.#port = port;
    this.#count = journal.asked.size;
    const answers = [...journal.answered.values()];
    const kindOf = ({ key }: Answered) => journal.asked.get(key)?.kind;
    this.#cases = answers.filter((each) => kindOf(each) === 'open').map(({ id }) => id);
    const taken = new Set([...journal.asked.values()].filter(({ kind }) => kind === 'accept').map(({ path }) => path));
    const sent = answers.filter((each) => kindOf(each) === 'send').map(({ id }) => id);
    this.#waiting = sent.filter((id) => !taken.has(acceptance(id)));
    this.#again = [...journal.open];
    this.#unread = [...journal.unread];
  }

  /**
   * Sends again what has no known outcome, reads back what was acknowledged, then goes on with new work.
   * @param work false: only settle what is open
   * @throws Unexpected the server refused what it must take
   */
  async run(work: boolean): Promise<void> {
    try {
      await Promise.all(Array.from({ length: clients }, (_, index) => this.#one(index, work)));
    } finally {
      this.#agent.destroy();
    }
  }

  /** No new requests; those under way end when the server does. */
  stop(): void {
    this.#stopped = true;
  }

  async #one(index: number, work: boolean): Promise<void> {
    // A few are new to the counter all the time, so that work begins while the rest is still being settled.
    const settles = !work || index % 4 > 0;
    while (!this.#stopped) {
      const again = settles ? this.#again.pop() : undefined;
      if (again !== undefined) {
        this.#journal.add({ what: 'again', key: again.key });
        await this.#command(again);
        continue;
      }
      const unread = settles ? this.#unread.pop() : undefined;
      if (unread !== undefined) await this.#readBack(unread);
      else if (work) await this.#command(this.#next());
      else return;
    }
  }

  #next(): Asked {
    this.#count += 1;
    const key = `kill-${String(this.#count).padStart(8, '0')}`;
    const waiting = this.#count % 3 === 0 ? this.#waiting.shift() : undefined;
    const caseId = this.#cases[this.#count % Math.max(1, Math.min(this.#cases.length, 200))];
    let asked: Asked;
    if (waiting !== undefined) asked = { key, kind: 'accept', actor: centre, path: acceptance(waiting), body: {} };
    else if (caseId === undefined || this.#count % 10 === 0) {
      asked = { key, kind: 'open', actor: counter, path: '/api/cases', body: newCase(key) };
    } else asked = { key, kind: 'send', actor: counter, path: '/api/referrals', body: newReferral(caseId, key) };
    this.#journal.add({ what: 'asked', ...asked });
    return asked;
  }

  async #command(asked: Asked): Promise<void> {
    const { key, kind, actor, path, body } = asked;
    const hangUpAfter = Math.random() < 1 / impatient ? Math.random() * patience : undefined;
    const reply = await this.#ask('POST', path, actor, { 'idempotency-key': key }, body, hangUpAfter);
    // A server that is overrun may say so.
    if (reply === undefined || reply.status === 503) {
      this.#again.unshift(asked);
      return;
    }
    const expected = kind === 'accept' ? 200 : 201;
    if (reply.status !== expected)
      throw new Unexpected(`${kind} ${key}: ${reply.status} ${JSON.stringify(reply.body)}`);
    const { revision, position } = reply.body as { revision: number; position: string };
    const id = kind === 'accept' ? path.split('/')[3] : reply.body['id'];
    if (typeof id !== 'string') throw new Unexpected(`${kind} ${key} was answered without an id`);
    this.#journal.add({ what: 'answered', key, id, revision, position, replayed: reply.replayed });
    if (kind === 'open') this.#cases.push(id);
    if (kind === 'send') this.#waiting.push(id);
  }

  /** What was acknowledged is there, and what was sealed with it can be opened. */
  async #readBack({ key, id, position, revision }: Answered): Promise<void> {
    const asked = this.#journal.asked.get(key);
    if (asked === undefined) throw new Unexpected(`${key} was never asked`);
    const path = asked.kind === 'open' ? `/api/cases/${id}?reveal=identity` : `/api/referrals/${id}`;
    const reply = await this.#ask('GET', path, asked.actor, { 'consistent-with': position });
    if (reply === undefined || reply.status === 503) return;
    const wrong = reply.status === 200 ? differs(asked, reply.body, revision) : `answered with ${reply.status}`;
    this.#journal.add(wrong === undefined ? { what: 'read', key } : { what: 'lost', key, how: wrong });
  }

  /** Undefined when the connection broke: whether the server acted is not known. */
  #ask(
    method: string,
    path: string,
    actor: string,
    headers: Record<string, string>,
    body?: object,
    hangUpAfter?: number,
  ): Promise<Reply | undefined> {
    return new Promise((resolve) => {
      const sent = request(
        {
          ...{ agent: this.#agent, host: '127.0.0.1', port: this.#port, method, path },
          headers: { 'x-actor': actor, 'content-type': 'application/json', ...headers },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (part: string) => (text += part));
          response.on('error', () => resolve(undefined));
          response.on('end', () => {
            if (!response.complete) return resolve(undefined);
            const replayed = response.headers['idempotent-replayed'] === 'true';
            resolve({ status: response.statusCode ?? 0, replayed, body: JSON.parse(text) as Reply['body'] });
          });
        },
      );
      sent.on('error', () => resolve(undefined));
      if (hangUpAfter !== undefined) {
        const timer = setTimeout(() => sent.destroy(), hangUpAfter);
        sent.on('close', () => clearTimeout(timer));
      }
      sent.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }
}

const acceptance = (id: string): string => `/api/referrals/${id}/acceptance`;

const newCase = (key: string) => ({
  district: '150112',
  entry: 'SELF',
  condition: 'NEW',
  sex: 'F',
  age: 31,
  types: ['PHYSICAL'],
  principal: 'PHYSICAL',
  complaint: true,
  identity: { name: `P-${key}` },
});

const newReferral = (caseId: string, key: string) => ({
  case: caseId,
  to: { organization: cem, service },
  purpose: 'PSYCHOLOGICAL_CARE',
  urgency: 'PRIORITY',
  consent: { basis: 'consented', mode: 'VERBAL', language: 'ES' },
  note: `N-${key}`,
});

/** What makes the answer another than what was acknowledged. */
function differs({ kind, key }: Asked, body: Reply['body'], revision: number): string | undefined {
  if (!(Number(body['revision']) >= revision)) return `is at revision ${String(body['revision'])}`;
  switch (kind) {
    case 'open': {
      const { name } = (body['identity'] ?? {}) as { name?: string };
      return body['institution'] === police && name === `P-${key}` ? undefined : 'its identity cannot be opened';
    }
    case 'send': {
      const { note } = (body['message'] ?? {}) as { note?: string };
      return body['to'] === cem && note === `N-${key}` ? undefined : 'its message cannot be opened';
    }
    case 'accept':
      return body['status'] === 'accepted' ? undefined : `is ${String(body['status'])}`;
  }
}
