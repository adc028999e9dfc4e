import { deriveId } from '#decider';
import type { RegisterCommand } from '../../src/programmes/domain/register.js';
import type { Values } from '../../src/programmes/domain/register-fields.js';
import { keptRegisters } from '../../src/programmes/views/register-views.js';
import { completeRegisters, entries } from '../../src/programmes/testing/register-fixtures.js';
import { board, org } from './history.js';
import type { Command, Moment } from './random-boards.js';

type Category = keyof typeof entries;

const institution = org('cem');

/** The steps of a register as its examples have them, by event type. */
const stepsOf = (category: Category): readonly (readonly [type: string, entry: Values])[] =>
  Object.entries(completeRegisters[category] as Readonly<Record<string, { readonly entry?: Values }>>).flatMap(
    ([type, { entry }]) => (entry !== undefined && isStep(category, type) ? [[type, entry] as const] : []),
  );

const isStep = (category: Category, type: string): boolean =>
  keptRegisters.some(({ spec }) => spec.category === category && Object.hasOwn(spec.steps, type));

const categories = Object.keys(entries) as readonly Category[];

/** An entry of one of the registers and some of what can come after it; the rules refuse what does not fit. */
export function atRegister({ index, on, with: n }: Moment): readonly Command[] {
  const category = categories[(index + n) % categories.length] ?? 'activity';
  const entry: Values = entries[category];
  const steps = stepsOf(category);
  const later = steps.map(([type, values]): RegisterCommand => ({ do: 'step', type, institution, entry: values }));
  // The commands of a scene have the ids their place gives them, and a step has its id from its command.
  const back = steps.slice(n % 2).map(([type], nth): RegisterCommand => ({
    ...{ do: 'take-back', reason: 'ENTERED_TWICE' },
    step: deriveId(deriveId('random', index, nth + (n % 2) + 1), type),
  }));
  const corrected = category === 'finding' ? { ...entry, due: '2025-10-20' } : { ...entry, ...change[category] };
  const commands: readonly RegisterCommand[] = [
    { do: 'record', board, country: 'PE', institution, entry },
    ...(n === 3 ? later.slice(1) : later),
    ...(n % 2 === 0 ? [{ do: 'correct', reason: 'WRONG_COUNT', entry: corrected } as const] : []),
    ...(on === 0 ? back : []),
    ...(n === 4 ? [{ do: 'withdraw', reason: 'OTHER' } as const] : []),
  ];
  const id = deriveId('random-entry', category, on, n % 3);
  return commands.map((command): Command => [category, id, command]);
}

/** What a correction says otherwise. */
const change: { readonly [C in Exclude<Category, 'finding'>]: Values } = {
  activity: { audience: 1_000 },
  norm: { number: 'ORD-018-2009' },
  training: { hours: 12 },
  material: { language: 'AY' },
  project: { budget: 11_000_000 },
  budget: { amount: 6_000_000 },
  exchange: { undertaking: 'Compartir las guías y los formatos' },
};
