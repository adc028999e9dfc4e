import { deriveId, Refusal } from '#decider';
import { Conflict } from '#event-log';
import { canonicalJson, fieldMessage, verdict } from '#service';
import { startOfDay } from '#terms';
import { type Platform, send } from '../../platform.js';
import { zoneOf } from '../../protocol/index.js';
import { organizationDecider, type Organization } from '../domain/organization.js';
import { directoryProblems } from '../http/problems.js';
import { ImportedOrganization, type Step, stepsOf } from './record.js';

/** What is wrong with a row, and where in it: `/services/0/name`. Holds nothing of what was sent. */
export interface ImportError {
  /** The place of the organization in the list, from 1. */
  readonly row: number;
  readonly pointer: string;
  readonly code: string;
  /** In Spanish. */
  readonly message: string;
}

export interface ImportSummary {
  readonly rows: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  /** Nothing was written: it was a rehearsal. */
  readonly dry: boolean;
  readonly errors: readonly ImportError[];
}

/** The list a file holds: itself, or under `organizations` or `contents`; undefined where there is none. */
export function listIn(file: unknown): readonly unknown[] | undefined {
  if (Array.isArray(file)) return file as readonly unknown[];
  if (typeof file !== 'object' || file === null) return undefined;
  const { organizations, contents } = file as { readonly organizations?: unknown; readonly contents?: unknown };
  return [organizations, contents].find((each): each is readonly unknown[] => Array.isArray(each));
}

/** How many errors are told; all are counted. */
const mostErrors = 500;

/**
 * Makes the directory say what a list says, organization by organization, through the same rules as every command. A row
 * with anything wrong in it is refused whole; sent again, the list changes nothing.
 * @throws LogUnavailable
 */
export async function importDirectory(
  platform: Platform,
  list: readonly unknown[],
  { dry, actor, institution }: { readonly dry: boolean; readonly actor: string; readonly institution: string },
): Promise<ImportSummary> {
  const outcomes = { created: 0, changed: 0, unchanged: 0, refused: 0 };
  const errors: ImportError[] = [];
  const seen = new Set<string>();
  for (const [index, item] of list.entries()) {
    const said = verdict(ImportedOrganization, item);
    const wrong: Fault[] = [];
    if ('errors' in said)
      wrong.push(...said.errors.map((each) => ({ ...each, message: fieldMessage(each, { lang: 'es' }) })));
    else if (seen.has(said.value.id)) wrong.push(fault('/id', 'duplicate-id'));
    else {
      seen.add(said.value.id);
      const outcome = await recorded(platform, said.value, { dry, actor, institution });
      if (typeof outcome === 'string') outcomes[outcome] += 1;
      else wrong.push(outcome);
    }
    if (wrong.length > 0) outcomes.refused += 1;
    errors.push(...wrong.map(({ pointer, code, message }) => ({ row: index + 1, pointer, code, message })));
  }
  return { rows: list.length, ...outcomes, dry, errors: errors.slice(0, mostErrors) };
}

type Fault = Omit<ImportError, 'row'>;
const messages: ReadonlyMap<string, string> = new Map([
  ...directoryProblems.map(({ code, es }) => [code, es.title] as const),
  ['duplicate-id', 'Ese código ya apareció en otra fila.'],
  ['in-future', 'La fecha está en el futuro.'],
  ['conflict', 'La ficha cambió al mismo tiempo. Vuelva a importar la lista.'],
]);

/** What a rule refused, in its own words where it has some. */
const fault = (pointer: string, code: string): Fault => ({
  pointer,
  code,
  message: messages.get(code) ?? 'Las reglas no lo admiten.',
});

type Outcome = 'created' | 'changed' | 'unchanged';

interface Known {
  readonly state: Organization;
  readonly revision: number;
}

async function recorded(
  platform: Platform,
  row: ImportedOrganization,
  { dry, actor, institution }: { readonly dry: boolean; readonly actor: string; readonly institution: string },
): Promise<Outcome | Fault> {
  const before = await load(platform, row.id);
  const now = platform.clock.now();
  const startOf = (day: string) => startOfDay(day, zoneOf(row.country));
  let { state, revision } = before;
  const requests: { readonly step: Step; readonly revision: number }[] = [];
  let step: Step | undefined;
  try {
    for (step of safely(() => stepsOf(row, state, institution, startOf))) {
      if (step.effectiveAt !== undefined && step.effectiveAt > now) return fault(step.pointer, 'in-future');
      const context = {
        actor,
        commandId: '-',
        recordedAt: now,
        effectiveAt: step.effectiveAt ?? now,
        origin: 'import',
      };
      const events = organizationDecider.decide(step.command, state, context);
      if (events.length > 0) requests.push({ step, revision });
      state = events.reduce((one, event) => organizationDecider.evolve(one, event), state);
      revision += events.length;
    }
    if (!dry) for (const each of requests) await tell(platform, row.id, each, actor);
  } catch (error) {
    if (error instanceof Refusal) return fault(step?.pointer ?? '', error.code);
    // Somebody else keeps the entry at the same time: the next import sees what they wrote.
    if (error instanceof Conflict) return fault('', 'conflict');
    throw error;
  }
  if (requests.length === 0) return 'unchanged';
  return before.revision === 0 ? 'created' : 'changed';
}

/** A country that is not set up has no clock to read days by. */
function safely(steps: () => readonly Step[]): readonly Step[] {
  try {
    return steps();
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal('directory/unknown-country', 'no such jurisdiction', 'invalid');
    throw error;
  }
}

/** The id says what is told and on top of what, so that a list sent again after a failure goes on where it stopped. */
async function tell(
  platform: Platform,
  id: string,
  { step: { command, effectiveAt }, revision }: { readonly step: Step; readonly revision: number },
  actor: string,
): Promise<void> {
  const commandId = deriveId('directory-import', id, revision, canonicalJson(command));
  const when = effectiveAt === undefined ? {} : { effectiveAt };
  await send(platform, 'organization', { id, command, actor, commandId, origin: 'import', ...when });
}

async function load({ log }: Platform, id: string): Promise<Known> {
  let state = organizationDecider.initial;
  let revision = 0;
  for await (const { type, data, metadata } of log.readStream(`organization-${id}`)) {
    state = organizationDecider.evolve(
      state,
      organizationDecider.events.decode(type, Number(metadata['schema'] ?? 1), data),
    );
    revision += 1;
  }
  return { state, revision };
}
