import type { DynamicModule, Type } from '@nestjs/common';
import { keepUp, type Projection, RunnerStatus } from '#projection';
import { caughtUpIndicator, type Indicator, projectionsIndicator } from '#service';
import type { Observe } from '../../observe/observe.js';
import { demoPeople, type People } from '../../people/people.js';
import type { Platform } from '../../platform.js';
import { type PlatformPart, ProcessModule } from '../../process.module.js';
import { reportProblems } from '../problems.js';
import { reportProjections } from '../report.js';
import { ReportModule } from '../report.module.js';
import { NamesFromFacts, organizationsOf } from './organizations.js';

/** What reports are made of: no log, no key. */
export type ReportPlatform = Pick<Platform, 'facts' | 'views' | 'clock' | 'demo' | 'software'> &
  Pick<PlatformPart, 'ledger'>;

/** What a mode adds. */
export interface ReportExtra {
  readonly modules: readonly (Type | DynamicModule)[];
  readonly indicators: readonly Indicator[];
  readonly closers: Readonly<Record<string, () => Promise<void>>>;
  readonly observe?: Observe;
  /** How people are known. Default: by the codes of a demonstration. */
  readonly people?: People;
}

/** Everything the report folds, as runners take it. */
export const folded: readonly Projection[] = reportProjections.map((each) => each as unknown as Projection);

/** The board's report in a process of its own, which knows facts and nothing else. */
export function reportProcess(platform: ReportPlatform, extra: ReportExtra): DynamicModule {
  const { facts, views, clock } = platform;
  const status = new RunnerStatus();
  extra.observe?.follow({ name: 'facts', feed: facts, projections: folded, views, status, clock });
  return ProcessModule.of({
    platform,
    people: extra.people ?? demoPeople(() => organizationsOf(views)),
    modules: [ReportModule, ...extra.modules],
    providers: [NamesFromFacts],
    runners: { 'views of facts': (signal) => keepUp(facts, folded, views, { signal, status }) },
    indicators: [projectionsIndicator(status), caughtUpIndicator(facts, folded, views, status), ...extra.indicators],
    problems: reportProblems,
    closers: extra.closers,
  });
}
