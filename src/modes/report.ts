import type { DynamicModule } from '@nestjs/common';
import { type Feed, LogUnavailable, type ReadRange } from '#event-log';
import type { Views } from '#projection';
import { makeReadable, postgresViews } from '#projection/postgres';
import { sqliteViews } from '#projection/sqlite';
import type { Fact } from '#publishing';
import { BrokerFailed, ensureTopic, factTopic, kafkaFacts, openKafka } from '#publishing/kafka';
import { errorFields, Introducer, ServiceLog } from '#service';
import { SealsAsked } from '../audit/ledger/covering.js';
import type { Looking } from '../observe/looking.js';
import { Observe } from '../observe/observe.js';
import { folded, reportProcess } from '../report/process/report-process.js';
import { reportBoards } from '../report/views/report-boards.js';
import { software } from '../software.js';
import type { ApartSettings } from './access-settings.js';
import { timeFrom } from './clock.js';
import { Elsewhere } from './elsewhere.js';
import { factsIndicator, viewsIndicator } from './health.js';
import { introducedPeople, KeysShown } from './introducing.js';
import { type Env, kafkaFrom, needed, postgresFrom, topicFrom, wayTo } from './settings.js';

const schema = 'chaski_report';

/**
 * The process that makes reports: from facts that a broker carries, on views of its own, in PostgreSQL
 * (`CHASKI_POSTGRES`) or in a file (`CHASKI_VIEWS`). It reaches neither the log nor a key, and no adapter of either. What
 * covers a report's place in the record it asks for at `CHASKI_WRITE_URL`; without that, seals name no checkpoint.
 * @throws Misconfigured, BrokerFailed, TopicMisconfigured, ViewsUnavailable it could not begin
 */
export async function reportsFromFacts(env: Env, looking: Looking, access: ApartSettings): Promise<DynamicModule> {
  const time = timeFrom(env);
  const topic = factTopic(topicFrom(env));
  const views = openViews(env);
  await views.checkpoint(reportBoards);
  const broker = await openKafka(kafkaFrom(env, 'chaski-report'));
  await ensureTopic(broker, topic, { create: false });
  await showInSql(env);
  const facts = kafkaFacts(broker, topic, { bookmarks: views });
  await facts.head();
  const observe = new Observe(looking);
  observe.heard(facts);
  const sealing = await sealingFrom(env);
  const platform = observe.platform({ facts: answering(facts), views, software, ...time });
  return reportProcess(sealing === undefined ? platform : { ...platform, ledger: sealing.seals }, {
    observe,
    ...(access.mode === 'demo' ? {} : { people: introducedPeople(access.door, 'report') }),
    modules: [
      ...observe.modules,
      ...(sealing?.modules ?? []),
      access.mode === 'demo' ? Elsewhere.than(['report'], env) : Elsewhere.behind(access.door),
    ],
    indicators: [viewsIndicator(views, reportBoards), factsIndicator(facts), ...(sealing?.indicators ?? [])],
    closers: {
      ...observe.closers,
      broker: () => broker.close(),
      views: () => views.close(),
      facts: () => facts.close(),
    },
  });
}

/** Asks for checkpoints in the name of this process, where it is said whom. */
async function sealingFrom(env: Env) {
  const door = wayTo('write', env);
  if (door === undefined) return undefined;
  const introducer = await Introducer.open('report');
  const seals = new SealsAsked(introducer, door);
  return { seals, modules: [KeysShown.of(introducer)], indicators: [seals.indicator] };
}

function openViews(env: Env): Views {
  if (env['CHASKI_POSTGRES']) return postgresViews({ connection: postgresFrom(env), schema });
  return sqliteViews({ path: needed(env, 'CHASKI_VIEWS', 'archivo de las vistas, o CHASKI_POSTGRES') });
}

/** For those who read with other tools: what was told, which holds no personal data. Reports do without it. */
async function showInSql(env: Env): Promise<void> {
  if (!env['CHASKI_POSTGRES']) return;
  try {
    const views = folded.map((projection) => ({ projection }));
    await makeReadable({ connection: postgresFrom(env), schema, into: 'chaski_read', views });
  } catch (error) {
    new ServiceLog().write('warn', 'views not readable in SQL', errorFields(error));
  }
}

/** While the broker is away, whoever asks for an older edition is told to come again, as of a log that is away. */
function answering(facts: Feed<Fact>): Feed<Fact> {
  return {
    head: () => facts.head(),
    follow: (after, signal, types) => facts.follow(after, signal, types),
    readAll: async function* (range?: ReadRange) {
      try {
        yield* facts.readAll(range);
      } catch (error) {
        if (!(error instanceof BrokerFailed)) throw error;
        throw new LogUnavailable('not-written', error.reason, { cause: error });
      }
    },
  };
}
