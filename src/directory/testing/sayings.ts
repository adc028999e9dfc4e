import type { OrganizationCommand } from '../domain/organization.js';
import { described } from './fixtures.js';

export function without<T extends object, K extends keyof T & string>(data: T, field: K): Omit<T, K> {
  return Object.fromEntries(Object.entries(data).filter(([name]) => name !== field)) as Omit<T, K>;
}

/** What can be said of an organization that is there and offers a service: the event it leads to, and the command. */
export const sayings = [
  ['OrganizationRenamed', { do: 'rename', ...described.OrganizationRenamed }],
  ['AliasGiven', { do: 'alias', ...described.AliasGiven }],
  ['OrganizationDescribed', { do: 'describe', ...described.OrganizationDescribed }],
  ['OrganizationSuperseded', { do: 'supersede', ...described.OrganizationSuperseded }],
  ['LocationSet', { do: 'locate', ...described.LocationSet }],
  ['HoursSet', { do: 'set-hours', ...described.HoursSet }],
  ['EligibilitySet', { do: 'restrict', ...described.EligibilitySet }],
  ['CapacityUpdated', { do: 'update-capacity', ...without(described.CapacityUpdated, 'at') }],
  ['ServiceAssured', { do: 'assure', ...without(described.ServiceAssured, 'at') }],
  // Taken once its location is known.
  ['ServicePlaced', { do: 'place', ...described.ServicePlaced }],
] as const satisfies readonly (readonly [keyof typeof described, OrganizationCommand])[];

/** One of them about a service, for random histories. */
export function anySaying(service: string, index: number): OrganizationCommand {
  const [, command] = sayings[index % sayings.length] ?? sayings[0];
  return 'service' in command ? { ...command, service } : command;
}
