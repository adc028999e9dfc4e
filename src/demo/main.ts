import { once } from 'node:events';
import { createServer } from 'node:net';
import { relative } from 'node:path';
import { SimulatedClock } from '#event-log';
import { type Console, Failed, run, terminal } from '../cli/console.js';
import { openEmbedded, StoreLocked } from '../modes/embedded.js';
import type { StoreLayout } from '../modes/store.js';
import type { Platform } from '../platform.js';
import { Labels } from '../report/document/labels.js';
import { es } from '../report/document/words.js';
import type { Report } from '../report/domain/model.js';
import { editions } from '../report/release/views/editions.js';
import { software } from '../software.js';
import { demoBoards } from './boards/index.js';
import { boardOf } from './boards/model.js';
import { districtBoard } from './boards/urban.js';
import { Issuing } from './editions.js';
import { load, startOf } from './load.js';
import { monthsOf, type Plan } from './openings.js';
import { type DemoOptions, optionsFrom, usage } from './options.js';
import { progressBar } from './progress.js';
import { folderOf, reportAt, writeMissingReports, writeReports } from './reports.js';
import { readSeries, SeriesUnreadable } from './series.js';
import { closing } from './trust/closing.js';
import { clearDemo, demoStore, earlierLoad, keepLoad, type LoadRecord } from './store.js';

/**
 * The demonstration: plays months of real complaints into a store of its own, writes their reports, serves the pages.
 * @returns the exit code, when the reports are written (`--exit`) or the server has stopped
 */
export function main(args: readonly string[], console: Console = terminal): Promise<number> {
  return run(console, usage, async () => {
    const options = optionsFrom(args);
    if (options.serve) await refuseBusyPort(options.port);
    const plan = await planOf(options);
    const paths = demoStore(options.data);
    try {
      await playAndServe(paths, plan, options, console);
    } catch (error) {
      if (error instanceof StoreLocked) throw new Failed(`${relative('', error.path)} está en uso por otro proceso.`);
      throw error;
    }
  });
}

async function playAndServe(paths: StoreLayout, plan: Plan, options: DemoOptions, console: Console): Promise<void> {
  const earlier = earlierLoad(paths, plan);
  const record = earlier ?? (await play(paths, plan, options, console));
  const platform = await openEmbedded({ paths });
  try {
    if (earlier !== undefined) {
      console.out(`Se usa el registro que ya está en ${relative('', paths.data)}.`);
      await remakeReports(platform, plan, earlier, options, console);
    }
    console.out(summary(plan, record, options));
    for (const line of await issuedBy(platform, plan)) console.out(line);
  } catch (error) {
    await platform.close();
    throw error;
  }
  if (options.serve) await servePages(platform, paths, options, console);
  else await platform.close();
}

/** Before anything takes its time. */
async function refuseBusyPort(port: number): Promise<void> {
  const probe = createServer().listen(port, '127.0.0.1');
  try {
    await once(probe, 'listening');
  } catch {
    throw new Failed(`el puerto ${port} ya está en uso (--port para otro, --exit para ninguno).`);
  }
  probe.close();
  await once(probe, 'close');
}

/** @throws Failed there are no figures for what was asked */
async function planOf({ seed, from, to, series, districts, boards: names }: DemoOptions): Promise<Plan> {
  if (series === undefined) {
    const boards = demoBoards.filter(({ id }) => names.includes(id));
    const months = monthsOf({ from, to });
    const without = boards.find((board) =>
      board.districts.some(({ complaints }) => !months.every((month) => complaints.has(month))),
    );
    if (without !== undefined) {
      const known = [...(without.districts[0]?.complaints.keys() ?? [])];
      throw new Failed(`de ${without.name} hay cifras de ${known[0] ?? ''} a ${known.at(-1) ?? ''}.`);
    }
    return { seed, from, to, boards };
  }
  try {
    const found = await readSeries(series, { from, to, ...(districts === undefined ? {} : { districts }) });
    if (found.length === 0) throw new Failed('la tabla no tiene denuncias de esos distritos en esos meses.');
    return { seed, from, to, boards: found.map(districtBoard) };
  } catch (error) {
    throw error instanceof SeriesUnreadable ? new Failed(error.message) : error;
  }
}

/** Plays the plan into a new store, in the place of an earlier demo. */
async function play(paths: StoreLayout, plan: Plan, options: DemoOptions, console: Console): Promise<LoadRecord> {
  await clearDemo(paths);
  const clock = new SimulatedClock(startOf(plan));
  const platform = await openEmbedded({ paths, clock, durability: 'deferred', demoFrom: clock.now() });
  const [first] = plan.boards;
  if (first === undefined) throw new RangeError('a plan without boards');
  let last: Report | undefined;
  const issuing = options.reports ? await Issuing.of(platform, first) : undefined;
  try {
    const loaded = await load(platform, clock, plan, {
      onProgress: progressBar(console, 'Cargando', () => performance.now()),
      onCutOff: async (cutOff) => {
        if (options.reports) await writeReports(platform, cutOff, plan.boards, options.out);
        if (cutOff.month === plan.to) last = await reportAt(platform, platform.views, cutOff, first);
        await issuing?.at(monthsOf({ from: plan.from, to: cutOff.month }));
      },
      closing: (at) => closing(platform, plan, at),
    });
    if (last === undefined) throw new RangeError('a plan without months');
    return keepLoad(paths, plan, loaded, last);
  } finally {
    await platform.close();
  }
}

async function remakeReports(
  platform: Platform,
  { boards }: Plan,
  { cutOffs }: LoadRecord,
  { reports, out }: DemoOptions,
  console: Console,
): Promise<void> {
  if (!reports) return;
  const bar = progressBar(console, 'Informes', () => performance.now());
  await writeMissingReports(platform, cutOffs, boards, out, bar);
}

/** Where the number of complaints is from, by country. */
const origins: readonly (readonly [country: string, said: string])[] = [
  ['PE', 'El número de denuncias policiales es el oficial.'],
  ['BO', 'De El Alto no hay una serie oficial: sus denuncias se estiman de cifras del departamento de La Paz.'],
];

/** What was made, and where it is. */
function summary({ boards, from, to }: Plan, { cutOffs, last }: LoadRecord, { reports, out }: DemoOptions): string {
  const { figures } = last;
  const labels = new Labels(figures, es);
  const events = labels.count(Number(cutOffs.at(-1)?.position ?? 0));
  const [first] = boards;
  if (first === undefined) throw new RangeError('a plan without boards');
  const places = boards.length === 1 ? figures.board.place : `${boards.length} mesas`;
  return [
    `${places}, de ${from} a ${to}: ${events} sucesos.`,
    ...origins.filter(([country]) => boards.some((board) => board.country === country)).map(([, said]) => said),
    'Las personas y todo lo demás son inventados.',
    '',
    `${figures.board.name}, ${labels.month(figures.period.month)}:`,
    ...figures.indicators.flatMap((indicator) => {
      if (indicator.status === 'unmeasured') return [];
      const shown = indicator.denominator === null ? labels.count(indicator.value ?? 0) : labels.percent(indicator);
      return [
        `  ${(es.indicators[indicator.id] ?? indicator.id).padEnd(36)} ${indicator.status === 'hidden' ? '··' : shown}`,
      ];
    }),
    ...(reports
      ? [
          '',
          'Informes (HTML, PDF, XLSX, CSV y JSON):',
          `  ${folderOf(out, first, from)}`,
          '  …',
          `  ${folderOf(out, first, to)}`,
        ]
      : []),
  ].join('\n');
}

/** The report of the first board that was issued, and how whoever is handed it checks it. */
async function issuedBy({ views }: Platform, { boards: [first] }: Plan): Promise<readonly string[]> {
  if (first === undefined) return [];
  const board = boardOf(first);
  const listed = await views.list(editions, `board/${board}`, { limit: 1 });
  return listed.flatMap(({ document: { month, versions } }) => {
    const published = versions.flatMap(({ publications }) => publications);
    const last = published.at(-1);
    if (last === undefined) return [];
    const many = `${versions.length} ${versions.length === 1 ? 'versión' : 'versiones'}`;
    return ['', `Edición publicada (${many}): /ediciones/${board}/${month}, /verificar?codigo=${last.code}`];
  });
}

/** Serves until somebody stops it, and closes the platform then. The server's code is only loaded for it. */
async function servePages(
  platform: Platform,
  paths: StoreLayout,
  { port }: DemoOptions,
  console: Console,
): Promise<void> {
  const [title = 'chaski', version = ''] = software.split(' ');
  const [{ fileNotices, serve, ServiceLog }, { AppModule }] = await Promise.all([
    import('#service'),
    import('../app.module.js'),
  ]);
  const app = AppModule.on(platform, { notices: await fileNotices(paths.notices) });
  const { url, stopped } = await serve(app, {
    host: '127.0.0.1',
    port,
    api: { title, version },
    log: new ServiceLog('warn'),
  });
  console.out(`\nPáginas: http://localhost:${new URL(url).port} (termina con Ctrl-C)`);
  await stopped;
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
