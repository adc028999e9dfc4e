import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { memoryViews } from '#projection/memory';
import { actorCodes, createService, fileNotices, Introducer, Introductions, ServiceLog } from '#service';
import { AppModule } from '../../../src/app.module.js';
import { AuditModule } from '../../../src/audit/audit.module.js';
import { CheckpointsTold, SealsAsked } from '../../../src/audit/ledger/covering.js';
import { CasesOfSamePersonAnswer } from '../../../src/cases/http/person-records.js';
import { InstitutionNamesAnswer } from '../../../src/directory/http/answers.js';
import { Elsewhere } from '../../../src/modes/elsewhere.js';
import { Forwarding } from '../../../src/modes/forwarding.js';
import { introducedPeople, KeysShown } from '../../../src/modes/introducing.js';
import type { Staff } from '../../../src/people/people.js';
import type { Platform } from '../../../src/platform.js';
import { ProcessModule } from '../../../src/process.module.js';
import { ReportModule } from '../../../src/report/report.module.js';
import { reportProcess } from '../../../src/report/process/report-process.js';

/** An address on this machine that nothing listens at. */
export async function freeUrl(): Promise<string> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await once(probe.close(), 'close');
  return `http://127.0.0.1:${port}`;
}

/** A process of a set, in this one. */
export interface Listening {
  readonly url: string;
  readonly app: NestFastifyApplication;
}

export async function listening(module: DynamicModule, url: string, log?: (line: string) => void): Promise<Listening> {
  const app = await createService(module, { log: new ServiceLog('debug', { write: (line) => log?.(line) }) });
  await app.listen(Number(new URL(url).port), '127.0.0.1');
  return { url, app };
}

/** The write, report and audit services as they run apart, where people prove who they are. */
export interface Set {
  readonly door: Listening;
  readonly report: Listening;
  readonly audit: Listening;
  /** Everything the three have logged. */
  readonly logged: () => string;
  readonly close: () => Promise<void>;
}

/**
 * @param platform what all three run on, each with its part; closed with them
 * @param find whose code it is, at the door
 */
export async function apart(
  platform: Platform,
  notices: string,
  find: (code: string) => Staff | undefined,
): Promise<Set> {
  const [door, report, audit] = [await freeUrl(), await freeUrl(), await freeUrl()];
  const lines: string[] = [];
  const log = (line: string): void => void lines.push(line);
  const [introducer, reporter] = [await Introducer.open('write'), await Introducer.open('report')];
  const ways = [
    { service: 'report', module: ReportModule, at: report },
    { service: 'audit', module: AuditModule, at: audit },
  ] as const;
  const { log: record, reads, facts, views, cache, clock, demo, software, ledger } = platform;
  if (ledger === undefined) throw new Error('nothing is signed');
  const directory = { find };
  const processes = [
    await listening(
      AppModule.on(platform, {
        notices: await fileNotices(notices),
        beside: [],
        people: () => ({ authenticator: actorCodes(directory), directory }),
        modules: [
          KeysShown.of(introducer),
          Forwarding.to(ways, introducer),
          CheckpointsTold.to(new Introductions({ from: 'report', at: report, to: 'write' }), ledger),
        ],
      }),
      door,
      log,
    ),
    await listening(
      reportProcess(
        { facts, views: memoryViews(), clock, demo, software, ledger: new SealsAsked(reporter, door) },
        {
          people: introducedPeople(door, 'report'),
          modules: [KeysShown.of(reporter), Elsewhere.behind(door)],
          indicators: [],
          closers: {},
        },
      ),
      report,
      log,
    ),
    await listening(
      ProcessModule.of({
        platform: { log: record, reads, facts, views, cache, clock, demo, software, ledger },
        people: introducedPeople(door, 'audit'),
        modules: [AuditModule, Elsewhere.behind(door)],
        providers: [InstitutionNamesAnswer, CasesOfSamePersonAnswer],
        indicators: [],
        closers: {},
      }),
      audit,
      log,
    ),
  ] as const;
  return {
    ...{ door: processes[0], report: processes[1], audit: processes[2] },
    logged: () => lines.join(''),
    close: async () => {
      for (const { app } of [...processes].reverse()) await app.close();
    },
  };
}
