import type { Entry, EventLog, Feed, Page } from '#event-log';
import { asOf } from '#projection';
import { type Fact, factMaker } from '#publishing';
import { caused } from '../../audit/domain/cause.js';
import { foldOf, pastOf } from '../../audit/domain/replay.js';
import { isOfWaits, Waits } from '../../audit/domain/waits.js';
import { whatIf } from '../../audit/domain/what-if.js';
import { untilOf } from '../../audit/http/point.js';
import { QueueDesk } from '../../audit/http/queue-desk.js';
import { queueNamed } from '../../audit/http/queues.controller.js';
import { projectionOf } from '../../audit/replay.handler.js';
import { publications } from '../../capabilities.js';
import type { Platform } from '../../platform.js';
import { IssuedMadeAgain } from '../../questions.js';
import { EditionReader } from '../../report/release/http/edition-reader.js';
import { IssuedMadeAgainAnswer } from '../../report/release/replay/answers.js';
import { PastMonths } from '../../report/release/replay/months.js';
import { editions } from '../../report/release/views/editions.js';
import { Failed } from '../console.js';
import type { Answering, Asked } from './asked.js';

/** Answers from a log alone: it is read, and nothing is written. */
export const local =
  (log: EventLog): Answering =>
  async (asked) => {
    const platform = {
      log,
      facts: factsOf(log),
      clock: { now: () => new Date().toISOString() },
    } as unknown as Platform;
    switch (asked.do) {
      case 'show':
        return shown(platform, asked);
      case 'diff':
        return different(platform, asked);
      case 'compare': {
        const head = await log.head();
        if (head === undefined) throw new Failed('el registro está vacío.');
        const views = await asOf(log, [editions], head);
        const known = { ...platform, views };
        const { board, month, version, profile } = asked;
        const answer = new IssuedMadeAgainAnswer(known, new EditionReader(known));
        const made = await answer.execute(new IssuedMadeAgain(board, month, version, profile));
        await views.close();
        if (made === undefined) throw new Failed('esa versión no se emitió.');
        return made;
      }
      case 'what-if':
        return other(platform, asked);
    }
  };

async function shown(platform: Platform, { thing, at }: Extract<Asked, { do: 'show' }>): Promise<unknown> {
  const until = untilOf(at);
  switch (thing.of) {
    case 'queue':
      return { ...thing, rows: await new QueueDesk(platform).at(thing.institution, queueNamed(thing.queue), until) };
    case 'month':
      return new PastMonths(platform).figures(thing.board, thing.month, until);
    case 'case':
    case 'referral': {
      const events = await eventsOf(platform.log, `${thing.of}-${thing.id}`);
      const past = await pastOf(platform.log, `${thing.of}-${thing.id}`, until);
      const state = foldOf(projectionOf(thing.of), thing.id, past) ?? null;
      return { ...thing, recorded: events.length, shown: past.length, state };
    }
  }
}

async function different(platform: Platform, { thing, from, to }: Extract<Asked, { do: 'diff' }>): Promise<unknown> {
  const points = [untilOf(from), untilOf(to)] as const;
  switch (thing.of) {
    case 'queue':
      return new QueueDesk(platform).changes(thing.institution, queueNamed(thing.queue), points);
    case 'month':
      return new PastMonths(platform).changes(thing.board, thing.month, points);
    case 'case':
    case 'referral':
      return caused(projectionOf(thing.of), thing.id, await eventsOf(platform.log, `${thing.of}-${thing.id}`), points);
  }
}

async function other({ log, clock }: Platform, { of, rules }: Extract<Asked, { do: 'what-if' }>): Promise<unknown> {
  if (!('case' in of)) throw new Failed('de una mesa, pregúntelo a un servidor (--url).');
  const waits = new Waits();
  for await (const event of log.readStream(`case-${of.case}`)) if (isOfWaits(event)) waits.take(event);
  return whatIf(waits.all(), rules, clock.now());
}

async function eventsOf(log: EventLog, stream: string) {
  const events = await pastOf(log, stream, {});
  if (events.length === 0) throw new Failed('no hay nada con ese identificador.');
  return events;
}

/** The facts of a log, made as they are read. */
function factsOf(log: EventLog): Feed<Fact> {
  const maker = factMaker(publications);
  const told = ({ events, upTo }: Page<Entry>): Page<Fact> => ({
    events: events.flatMap((event) => maker.make(event) ?? []),
    upTo,
  });
  return {
    head: () => log.head(),
    async *readAll({ types, ...range } = {}) {
      for await (const page of log.readAll({ ...range, types: maker.types })) {
        const { events, upTo } = told(page);
        yield { events: types === undefined ? events : events.filter(({ type }) => types.includes(type)), upTo };
      }
    },
    async *follow(after, signal) {
      for await (const page of log.follow(after, signal, maker.types)) yield told(page);
    },
  };
}
