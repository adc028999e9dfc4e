import type { Catalogue, EventMap } from '#decider';
import { type Projection, projection, type Seen, type Term } from '#projection';
import { registerDecider, type RegisterSpec, type Step, typesOf } from '../domain/register.js';
import type { Values } from '../domain/register-fields.js';

/** A step of an entry, and when it was taken. */
export interface StepTaken extends Step {
  readonly at: string;
}

/** Why an entry was said anew or taken out, or a step taken back. */
export interface EntryChange {
  readonly type: string;
  readonly at: string;
  readonly reason: string;
}

/** An entry of a register as it stands, and how it came to. */
export interface RegisterCard {
  readonly id: string;
  readonly board: string;
  readonly country: string;
  /** Who entered it. */
  readonly institution: string;
  /** `none`: nothing was recorded of it yet. */
  readonly status: 'none' | 'held' | 'withdrawn';
  readonly values: Values;
  readonly steps: readonly StepTaken[];
  readonly changes: readonly EntryChange[];
  readonly imported: boolean;
  readonly recordedAt: string;
  readonly revision: number;
}

type Data = Partial<Pick<RegisterCard, 'board' | 'country' | 'institution' | 'imported'>> & {
  readonly entry?: Values;
  readonly reason?: string;
  readonly step?: string;
};

/**
 * Entries of a register by id. Lists: `board/<code>`, what holds, and `board/<code>/withdrawn`, by the day of the entry.
 * @param more further lists an entry that holds stands in
 */
export function registerView(
  spec: RegisterSpec,
  more: (card: RegisterCard) => readonly Term[] = () => [],
): Projection<RegisterCard> {
  const { category, path } = spec;
  const { events } = registerDecider<RegisterSpec>(spec);
  return projection<EventMap, RegisterCard>({
    name: `register-${path}`,
    version: 1,
    events: events as unknown as Catalogue<EventMap>,
    key: ({ stream }) => stream.slice(category.length + 1),
    empty: (id) => ({
      ...{ id, board: '', country: '', institution: '', status: 'none', values: {}, steps: [], changes: [] },
      ...{ imported: false, recordedAt: '', revision: 0 },
    }),
    on: Object.fromEntries(typesOf(spec).map((type) => [type, (card: RegisterCard, event) => fold(spec, card, event)])),
    index: (card) => {
      const { status, board, values } = card;
      const by = String(values[spec.by]);
      if (status === 'held') return [[`board/${board}`, by], ...more(card)];
      return status === 'withdrawn' ? [[`board/${board}/withdrawn`, by]] : [];
    },
  });
}

function fold(spec: RegisterSpec, card: RegisterCard, event: Seen<EventMap>): RegisterCard {
  const { type, revision, metadata } = event;
  const { board = '', country = '', institution = '', imported = false, entry = {}, ...data } = event.data as Data;
  const at = metadata['effectiveAt'] ?? '';
  const { reason = '', step = '' } = data;
  if (type === spec.recorded) {
    const recordedAt = metadata['recordedAt'] ?? '';
    const begun = { board, country, institution, imported, recordedAt, status: 'held' } as const;
    return { ...card, ...begun, values: entry, revision };
  }
  const changed = { ...card, changes: [...card.changes, { type, at, reason }], revision };
  if (type === spec.corrected) return { ...changed, values: entry };
  if (type === spec.withdrawn) return { ...changed, status: 'withdrawn' };
  if (type === spec.takenBack) return { ...changed, steps: card.steps.filter(({ id }) => id !== step) };
  return { ...card, steps: [...card.steps, { id: step, type, institution, values: entry, at }], revision };
}
