import type { DynamicModule } from '@nestjs/common';
import { type EventLog, StateCache, systemClock } from '#event-log';
import { kurrentLog } from '#event-log/kurrent';
import { lockStore, sqliteLog } from '#event-log/sqlite';
import type { Views } from '#projection';
import { postgresViews } from '#projection/postgres';
import { factFeed } from '#publishing/in-process';
import { Introducer, Introductions } from '#service';
import { AppModule, logIndicator } from '../app.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { CheckpointsTold } from '../audit/ledger/covering.js';
import { publications } from '../capabilities.js';
import { CasesOfSamePersonAnswer } from '../cases/http/person-records.js';
import { caseCards } from '../cases/views/case-card.js';
import { allOrganizations, InstitutionNamesAnswer } from '../directory/http/answers.js';
import type { Looking } from '../observe/looking.js';
import { Observe } from '../observe/observe.js';
import { demoPeople, type People } from '../people/people.js';
import type { Platform } from '../platform.js';
import { ProcessModule } from '../process.module.js';
import { ReportModule } from '../report/report.module.js';
import { software } from '../software.js';
import { openAccess } from './access.js';
import type { AccessSettings, ApartSettings } from './access-settings.js';
import { timeFrom } from './clock.js';
import { Elsewhere } from './elsewhere.js';
import { type Apart, Forwarding } from './forwarding.js';
import { viewsIndicator } from './health.js';
import { introducedPeople, KeysShown, nobody } from './introducing.js';
import { lookAtLedgers } from './ledgers.js';
import { noticesFrom } from './notices.js';
import { relaying } from './relaying.js';
import type { Service } from './services.js';
import { type Env, ledgerFrom, logServerFrom, postgresFrom, wayTo } from './settings.js';
import { storeFrom, type StoreLayout } from './store.js';
import { openWriteSide, type WriteSideOptions } from './write-side.js';

/** What the logs are called on a server, which may hold others. */
const names = { log: 'chaski', reads: 'chaski-reads' } as const;

/** Views that processes share, and that are asked in SQL with care: they hold sealed sections. */
const schema = 'chaski_views';

interface Logs {
  readonly log: EventLog;
  readonly reads: EventLog;
}

/** @throws StoreLocked, ConnectionStringRefused */
function openLogs(env: Env, paths: StoreLayout): Logs {
  const server = logServerFrom(env);
  if (server === undefined) return { log: sqliteLog({ path: paths.log }), reads: sqliteLog({ path: paths.reads }) };
  const on = (name: string): EventLog => kurrentLog({ connectionString: server, name });
  return { log: on(names.log), reads: on(names.reads) };
}

const openViews = (env: Env): Views => postgresViews({ connection: postgresFrom(env), schema });

/**
 * What takes commands, in the distributed mode. The log is on a server (`CHASKI_LOG=kurrentdb://…`) or, for one machine,
 * a file (`CHASKI_LOG=file`), views are in PostgreSQL. Keys, marks, policies' checkpoints and notices are in the folders
 * of the store, whose lock keeps a second writer away in both cases.
 * @throws StoreLocked, LogUnavailable, ViewsUnavailable, Misconfigured
 */
export async function openDistributed(env: Env, options: Omit<WriteSideOptions, 'paths'> = {}): Promise<Platform> {
  const paths = storeFrom(env);
  const settings = { ledger: ledgerFrom(env), ...options, paths };
  // First, since it connects to nothing yet: what is set wrongly is said before anything is held.
  const views = openViews(env);
  const platform = await openWriteSide(settings, () => {
    const release = logServerFrom(env) === undefined ? undefined : lockStore(paths.log);
    return { ...openLogs(env, paths), views, ...(release === undefined ? {} : { release }) };
  });
  try {
    await assertAnswers(platform);
  } catch (error) {
    await platform.close();
    throw error;
  }
  return platform;
}

/**
 * A process of the distributed mode that has the log and takes no commands: `relay`, `audit`, or both.
 * @throws everything that keeps it from beginning, with a message that says what
 */
export async function distributedProcess(
  env: Env,
  asked: readonly Service[],
  looking: Looking,
  access: ApartSettings,
): Promise<DynamicModule> {
  const observe = new Observe(looking);
  const { log, reads } = openLogs(env, storeFrom(env));
  await log.head();
  const { clock } = env['CHASKI_DEMO'] ? timeFrom(env) : { clock: systemClock };
  const relayed = asked.includes('relay')
    ? await relaying(env, { log, clock }, observe, asked.length === 1)
    : undefined;
  const audit = asked.includes('audit') ? await auditOf(env, { log, reads }) : undefined;
  return ProcessModule.of({
    platform: audit ?? {},
    people: peopleOf(access, audit),
    modules: [
      ...(audit === undefined ? [] : [AuditModule]),
      ...(relayed?.modules ?? []),
      ...observe.modules,
      access.mode === 'demo' ? Elsewhere.than(asked, env) : Elsewhere.behind(access.door),
    ],
    providers: audit === undefined ? [] : [InstitutionNamesAnswer, CasesOfSamePersonAnswer],
    ...(relayed === undefined ? {} : { runners: relayed.runners }),
    indicators: [
      logIndicator(log),
      ...(audit === undefined ? [] : [viewsIndicator(audit.views, caseCards)]),
      ...(relayed?.indicators ?? []),
    ],
    closers: {
      ...observe.closers,
      log: () => log.close(),
      reads: () => reads.close(),
      ...(audit === undefined ? {} : { views: () => audit.views.close(), ledger: async () => audit.ledger?.close() }),
      ...relayed?.closers,
    },
  });
}

/** What is shown without an audit, health and how facts are written, is for everybody. */
function peopleOf(access: ApartSettings, audit: AuditPlatform | undefined): People {
  if (audit === undefined) return nobody;
  return access.mode === 'demo'
    ? demoPeople(() => allOrganizations(audit.views))
    : introducedPeople(access.door, 'audit');
}

/**
 * A process of the distributed mode that takes commands, and may do more: where people are known, and so the door to what
 * runs apart.
 * @throws everything that keeps it from beginning, with a message that says what
 */
export async function writeProcess(
  env: Env,
  asked: readonly Service[],
  looking: Looking,
  { access, port }: { readonly access: AccessSettings; readonly port: number },
): Promise<DynamicModule> {
  const platform = await openDistributed(env);
  const { people, close } = await openAccess(access, port, storeFrom(env), platform);
  const notices = await noticesFrom(env, storeFrom(env).notices);
  const relayed = asked.includes('relay') ? await relaying(env, platform, new Observe(looking), false) : undefined;
  const introducer = await Introducer.open('write');
  return AppModule.on(platform, {
    notices,
    looking,
    beside: asked.includes('audit') ? ['audit'] : [],
    modules: [
      ...(relayed?.modules ?? []),
      KeysShown.of(introducer),
      ...checkpointsTold(env, platform),
      // Where everybody is believed everywhere, browsers may go there themselves.
      access.mode === 'demo' ? Elsewhere.than(asked, env) : Forwarding.to(runningApart(env, asked), introducer),
    ],
    indicators: [viewsIndicator(platform.views, caseCards), ...(relayed?.indicators ?? [])],
    people,
    ...(relayed === undefined ? {} : { runners: relayed.runners }),
    closers: { ...relayed?.closers, 'identity provider': close },
  });
}

/** What runs in processes of its own, as far as it is said where. */
function runningApart(env: Env, asked: readonly Service[]): readonly Apart[] {
  const sides = [
    { service: 'report', module: ReportModule },
    { service: 'audit', module: AuditModule },
  ] as const;
  return sides.flatMap((side) => {
    const at = asked.includes(side.service) ? undefined : wayTo(side.service, env);
    return at === undefined ? [] : [{ ...side, at }];
  });
}

/** To the process that makes reports, where it is said where that is. */
function checkpointsTold(env: Env, { ledger }: Platform): readonly DynamicModule[] {
  const at = wayTo('report', env);
  if (at === undefined || ledger === undefined) return [];
  return [CheckpointsTold.to(new Introductions({ from: 'report', at, to: 'write' }), ledger)];
}

type AuditPlatform = Pick<
  Platform,
  'log' | 'reads' | 'facts' | 'views' | 'cache' | 'clock' | 'demo' | 'software' | 'ledger'
>;

/** Reads the logs, and the views that the write side keeps; has no key, and writes nothing. */
async function auditOf(env: Env, { log, reads }: Logs): Promise<AuditPlatform> {
  const views = openViews(env);
  const platform = { log, reads, facts: factFeed(log, publications), views, cache: new StateCache() };
  await assertAnswers(platform);
  // Proofs are there where the process that signs is on this machine too.
  const ledger = lookAtLedgers(storeFrom(env).ledger);
  return { ...platform, ...timeFrom(env), software, ...(ledger === undefined ? {} : { ledger }) };
}

/** Asks before anybody else does, so that a wrong address or password is told at the start. */
async function assertAnswers({ log, reads, views }: Pick<Platform, 'log' | 'reads' | 'views'>): Promise<void> {
  await log.head();
  await reads.head();
  await views.checkpoint(caseCards);
}
