import { type Agent, request } from 'node:http';
import type { EventLog, RecordedEvent } from '#event-log';

/** One thing that is read again and again, and what the second log has to say of it. */
export interface Reading {
  /** What it is counted as. */
  readonly what: string;
  readonly path: string;
  /** A demonstration's code. */
  readonly actor: string;
  /** Whether an answer with 200 holds what was asked for. */
  readonly holds: (body: string) => boolean;
  /** Whether a record of the actor's is of a reading like this. */
  readonly isRecord: (type: string, data: Readonly<Record<string, unknown>>) => boolean;
}

/** Somebody's name, opened in her case. */
export const identityOf = (id: string, name: string, actor: string): Reading => ({
  ...{ what: 'identity', path: `/api/cases/${id}?reveal=identity`, actor },
  holds: (body) => body.includes(`"name":"${name}"`),
  isRecord: (type, { stream, section }) =>
    type === 'SectionOpened' && section === 'identity' && stream === `case-${id}`,
});

/** The list of an institution's cases, with all of these in it. */
export const listOf = (ids: readonly string[], actor: string): Reading => ({
  ...{ what: 'list', path: '/api/cases', actor },
  holds: (body) => ids.every((id) => body.includes(id)),
  isRecord: (type, { lines }) =>
    type === 'Listed' && Array.isArray(lines) && ids.every((id) => lines.includes(`case-${id}`)),
});

/** What was recorded in a case, shown to an auditor. */
export const historyOf = (id: string, actor: string): Reading => ({
  ...{ what: 'history', path: `/api/audit/cases/${id}`, actor },
  holds: (body) => body.includes('"CaseOpened"'),
  isRecord: (type, { stream, action }) => type === 'Looked' && action === 'auditHistory' && stream === `case-${id}`,
});

/** Of all readings of one kind: how many came, and how many are on record. */
interface Counted {
  readonly readings: number;
  readonly records: number;
}

/** Readings that came whole, to be held against the records of them. */
export class Readings {
  readonly #came = new Map<Reading, number>();

  get total(): number {
    return [...this.#came.values()].reduce((sum, count) => sum + count, 0);
  }

  /**
   * Asks once.
   * @returns undefined when the connection broke before the whole answer had come, or there was none; else whether what was
   *   asked for came: a server may say that it cannot now, and a view may not have come to it yet
   * @throws Error it was answered with what it never should
   */
  async read(agent: Agent, port: number, reading: Reading): Promise<boolean | undefined> {
    const answer = await ask(agent, port, 'GET', reading.path, reading.actor);
    if (answer === undefined) return undefined;
    const came = answer.status === 200 && reading.holds(answer.body);
    if (came) this.#came.set(reading, (this.#came.get(reading) ?? 0) + 1);
    else if (answer.status !== 200 && answer.status !== 503)
      throw new Error(`${reading.path} was answered with ${answer.status}`);
    return came;
  }

  /**
   * For each reading: whether there are at least as many records of it as times it came. One that was recorded may have
   * been cut off before it came, so there may be more.
   * @returns by kind, and how many in all have no record
   */
  async against(reads: Pick<EventLog, 'readAll'>): Promise<{ readonly missing: number; readonly of: Counts }> {
    const recorded = new Map([...this.#came.keys()].map((reading) => [reading, 0]));
    for await (const { events } of reads.readAll()) {
      for (const event of events) {
        for (const [reading, count] of recorded) if (isOf(event, reading)) recorded.set(reading, count + 1);
      }
    }
    const of: Record<string, Counted> = {};
    let missing = 0;
    for (const [reading, count] of this.#came) {
      const records = recorded.get(reading) ?? 0;
      const { readings: before, records: and } = of[reading.what] ?? { readings: 0, records: 0 };
      of[reading.what] = { readings: before + count, records: and + records };
      missing += Math.max(0, count - records);
    }
    return { missing, of };
  }
}

type Counts = Readonly<Record<string, Counted>>;

const isOf = ({ type, data, metadata }: RecordedEvent, { actor, isRecord }: Reading): boolean =>
  metadata['actor'] === actor && isRecord(type, data as Readonly<Record<string, unknown>>);

interface Reply {
  readonly status: number;
  readonly body: string;
}

/** Undefined when the connection broke before the whole answer had come. */
function ask(
  agent: Agent,
  port: number,
  method: string,
  path: string,
  actor: string,
  body?: object,
): Promise<Reply | undefined> {
  return new Promise((resolve) => {
    const headers = { 'x-actor': actor, 'content-type': 'application/json' };
    const sent = request({ agent, host: '127.0.0.1', port, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('error', () => resolve(undefined));
      response.on('end', () =>
        resolve(response.complete ? { status: response.statusCode ?? 0, body: text } : undefined),
      );
    });
    sent.on('error', () => resolve(undefined));
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
