import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { type Entry, type Feed, handle } from '#event-log';
import { asOf, catchUp, type Projection, projectionId, ProjectionStopped, rebuildBeside } from '#projection';
import { differences } from '../audit/domain/replay.js';
import { recordedSkips, skipDecider, skipReasons, skipsIn } from '../audit/domain/skips.js';
import { eventProjections, factProjections } from '../capabilities.js';
import type { Platform } from '../platform.js';
import { reportProjections } from '../report/report.js';
import { type Console, exit, type ExitCode, Failed, run, terminal, WrongUse } from './console.js';
import { isApart, onStore } from './on-store.js';

const usage = `Uso: npm run projection -- list
     npm run projection -- rebuild VISTA [--beside] [--compare] [--swap]
     npm run projection -- rebuild VISTA --back
     npm run projection -- skip VISTA POSICIÓN --reason ${skipReasons.join('|')}
  list           dice hasta dónde llegó cada vista y qué eventos salta
  rebuild        rehace una vista desde el primer evento y la pone en su lugar
    --beside     la rehace aparte y no cambia nada
    --compare    la compara con la que se ve; no cambia nada sin --swap
    --swap       la pone en lugar de la que se ve, que se guarda
    --back       vuelve a la que se guardó
  skip           hace que una vista salte el evento en el que se detiene, y lo deja escrito`;

/** Fields of a difference shown at most. */
const mostShown = 10;

/**
 * Looks after the views of a store that no server holds: in files or, where processes run apart (`CHASKI_LOG`), those of
 * the process that takes commands.
 * @returns 0 done, 1 failed, 2 wrong use, 4 `--compare` without `--swap` found a difference, 6 a server holds the store,
 *   7 the log or the database of the views does not answer
 */
export function main(args: readonly string[], env: NodeJS.ProcessEnv, console: Console = terminal): Promise<ExitCode> {
  return run(console, usage, async () => {
    const flag = { type: 'boolean', default: false } as const;
    const options = { beside: flag, compare: flag, swap: flag, back: flag, reason: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [verb, name, position, ...more] = positionals;
    if (more.length > 0) throw new WrongUse('Sobran palabras.');
    const { reason, ...how } = values;
    switch (verb ?? '') {
      case 'list':
        return onViews(env, (platform) => list(platform, viewsOf(env), console));
      case 'rebuild':
        if (position !== undefined) throw new WrongUse('Se rehace una vista entera: sobra la posición.');
        if (how.back && (how.beside || how.compare || how.swap)) throw new WrongUse('--back va solo.');
        return onViews(env, (platform) => rebuild(platform, viewNamed(name, env), how, console));
      case 'skip':
        if (position === undefined) throw new WrongUse('Falta la posición del evento.');
        if (!skipReasons.some((each) => each === reason)) throw new WrongUse(`--reason es ${skipReasons.join(' o ')}.`);
        return onViews(env, (platform) => skip(platform, viewNamed(name, env), position, reason ?? '', console));
      default:
        throw new WrongUse('Hay que decir qué se hace: list, rebuild o skip.');
    }
  });
}

/** The views kept here: with processes apart, who makes reports keeps those for itself. */
function viewsOf(env: NodeJS.ProcessEnv): readonly Projection[] {
  const ofReports = new Set(reportProjections.map(({ name }) => name));
  const ofFacts = isApart(env) ? factProjections.filter(({ name }) => !ofReports.has(name)) : factProjections;
  return [...eventProjections, ...ofFacts];
}

/** @throws Failed the store cannot be worked on, or a view met an event it cannot fold */
const onViews = (env: NodeJS.ProcessEnv, work: (platform: Platform) => Promise<void>): Promise<void> =>
  onStore(env, (platform) =>
    work(platform).catch((error: unknown) => {
      throw error instanceof ProjectionStopped ? stopped(error) : error;
    }),
  );

function viewNamed(name: string | undefined, env: NodeJS.ProcessEnv): Projection {
  const all = viewsOf(env);
  const found = all.find((each) => name === each.name || name === projectionId(each));
  if (found === undefined) throw new WrongUse(`Las vistas son ${all.map((each) => each.name).join(', ')}.`);
  return found;
}

const feedOf = (platform: Platform, projection: Projection): Feed =>
  factProjections.includes(projection) ? platform.facts : platform.log;

const stopped = (error: ProjectionStopped): Failed => {
  const { projection, type, position, reason } = error.stop;
  return new Failed(`${projection} se detiene antes de ${type}, en ${position}: ${reason}.`, { cause: error });
};

async function list({ log, views }: Platform, kept: readonly Projection[], console: Console): Promise<void> {
  const head = (await log.head()) ?? '';
  const skips = await skipsIn(log);
  for (const projection of kept) {
    const id = projectionId(projection);
    const at = await views.checkpoint(projection);
    console.out(`${id}: ${at === undefined ? 'sin empezar' : at >= head ? 'al día' : `hasta ${at}, de ${head}`}`);
    for (const { eventId, stream, reason } of skips.filter((each) => each.projection === id)) {
      console.out(`  salta ${eventId} de ${stream} (${reason})`);
    }
  }
}

interface How {
  readonly beside: boolean;
  readonly compare: boolean;
  readonly swap: boolean;
  readonly back: boolean;
}

async function rebuild(platform: Platform, projection: Projection, how: How, console: Console): Promise<void> {
  const { log, views } = platform;
  const id = projectionId(projection);
  if (how.back) {
    if (!(await views.rollBack(projection))) throw new Failed(`no hay nada guardado de ${id}.`);
    console.out(`${id}: se ve otra vez la anterior.`);
    return;
  }
  console.progress(`Rehaciendo ${id}…`);
  const beside = await rebuildBeside(feedOf(platform, projection), projection, views, {
    skips: await recordedSkips(log),
  });
  console.progress('');
  const swaps = how.swap || !(how.beside || how.compare);
  let difference: string | undefined;
  if (how.compare) {
    const found = await beside.compare();
    difference = found === undefined ? undefined : said(found);
    console.out(`${id}: ${difference ?? 'igual a la que se ve.'}`);
  }
  if (swaps) {
    await beside.show();
    console.out(`${id}: rehecha y puesta en su lugar. La anterior se guardó (--back).`);
  } else if (difference !== undefined) {
    throw new Failed('no son iguales. No se cambió nada (--swap pone la nueva).', { exit: exit.differs });
  } else console.out(`${id}: rehecha aparte. No se cambió nada.`);
}

/** Which document and which of its fields: what stands in them may be about a person. */
function said({ key, a, b }: { readonly key: string; readonly a: unknown; readonly b: unknown }): string {
  if (a === undefined) return `${key} falta en la que se ve.`;
  if (b === undefined) return `${key} sobra en la que se ve.`;
  const fields = differences(a as object, b as object).map(({ field }) => field);
  const shown = fields.slice(0, mostShown).join(', ');
  return `${key} difiere en ${shown}${fields.length > mostShown ? ` y ${fields.length - mostShown} más` : ''}.`;
}

/** Only the event at which a view really stands still: a skip is no way to hide what can be shown. */
async function skip(
  platform: Platform,
  projection: Projection,
  position: string,
  reason: string,
  console: Console,
): Promise<void> {
  const { log, views } = platform;
  const id = projectionId(projection);
  const feed = feedOf(platform, projection);
  const entry = await entryAt(feed, projection, position);
  const found = await stopOf(feed, projection, entry, platform);
  if (found === undefined) throw new Failed(`${id} no se detiene en ${position}: no hay nada que saltar.`);
  if (found.stop.position !== position) throw stopped(found);
  const command = { do: 'skip', projection: id, stream: entry.stream, eventId: entry.id, reason } as const;
  await handle(platform, skipDecider, {
    id: projection.name,
    command,
    commandId: randomUUID(),
    actor: 'operator',
  });
  console.out(`${id}: salta desde ahora ${entry.type} en ${position} (${reason}). Quedó escrito en el registro.`);
  await catchUp(feed, [projection], views, { skips: await recordedSkips(log) });
  console.out(`${id}: al día.`);
}

/** @throws Failed there is none that the view listens to */
async function entryAt(feed: Feed, { types, name }: Projection, position: string): Promise<Entry> {
  for await (const { events } of feed.readAll({ types })) {
    const entry = events.find((each) => each.position === position);
    if (entry !== undefined) return entry;
  }
  throw new Failed(`no hay en ${position} ningún evento que ${name} lea.`);
}

/** Where the view stops on its way to an event, on throw-away views. */
async function stopOf(
  feed: Feed,
  projection: Projection,
  { position }: Entry,
  { log }: Platform,
): Promise<ProjectionStopped | undefined> {
  try {
    const views = await asOf(feed, [projection], position, { skips: await recordedSkips(log) });
    await views.close();
    return undefined;
  } catch (error) {
    if (error instanceof ProjectionStopped) return error;
    throw error;
  }
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2), process.env);
