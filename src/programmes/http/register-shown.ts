import type { Actor } from '#service';
import type { RegisterSpec } from '../domain/register.js';
import type { Fields, Values } from '../domain/register-fields.js';
import type { RegisterCard } from '../views/register-entries.js';
import { oversees } from './roles.js';

/** Codes of staff are seen where they work, by whoever entered them, and by whoever coordinates or audits. */
const seesStaff = (actor: Actor, card: RegisterCard): boolean =>
  oversees(actor) || [card.institution, card.values['organization']].includes(actor.institution);

const withoutStaff = (fields: Fields, values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => fields[name]?.kind !== 'staff'));

/** An entry as far as somebody may see it. */
export function shownTo(actor: Actor, spec: RegisterSpec, card: RegisterCard): RegisterCard {
  if (seesStaff(actor, card)) return card;
  return {
    ...card,
    values: withoutStaff(spec.fields, card.values),
    steps: card.steps.map((step) => ({
      ...step,
      values: withoutStaff((spec.steps[step.type]?.fields ?? {}) as Fields, step.values),
    })),
  };
}

/** The same as the API answers it: fields beside what every entry has. */
export function answered(card: RegisterCard): object {
  const { id, board, institution, status, recordedAt, revision, values, steps, changes } = card;
  return {
    ...{ id, board, institution, status, recordedAt, revision },
    ...values,
    steps: steps.map(({ values: of, ...step }) => ({ ...step, ...of })),
    changes,
  };
}
