import type { DirectoryEvents, Eligibility, Exception, Schedule } from './events.js';
import type { Status } from './state.js';

/** A service as the directory shows it. */
export interface ServiceEntry {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  /** The status last said; which one it has on a day is `statusOn`. */
  readonly status: Status;
  readonly statusFrom?: string;
  readonly statusUntil?: string;
  readonly schedules: readonly Schedule[];
  readonly exceptions: readonly Exception[];
  readonly eligibility: Eligibility;
  readonly confidential: boolean;
  readonly conciliation: boolean;
  readonly locations: readonly string[];
  readonly capacity?: Omit<DirectoryEvents['CapacityUpdated'], 'service'>;
  readonly assured?: Omit<DirectoryEvents['ServiceAssured'], 'service'>;
  /** When anything about it was last recorded. */
  readonly modifiedAt: string;
}

export interface OrganizationEntry {
  readonly id: string;
  /** The newest name; the one of a day is `nameOn`. */
  readonly name: string;
  /** What it was registered as, and every name since, the oldest first. */
  readonly names: readonly { readonly name: string; readonly from?: string }[];
  readonly aliases: readonly DirectoryEvents['AliasGiven'][];
  readonly kind: string;
  readonly country: string;
  readonly district: string;
  readonly about: DirectoryEvents['OrganizationDescribed'];
  readonly successor?: DirectoryEvents['OrganizationSuperseded'];
  readonly locations: readonly DirectoryEvents['LocationSet'][];
  readonly services: readonly ServiceEntry[];
  readonly modifiedAt: string;
}

/** What it was called on a day; before its first dated name, what it was registered as. */
export const nameOn = ({ name, names }: Pick<OrganizationEntry, 'name' | 'names'>, day: string): string =>
  (names.findLast(({ from }) => from === undefined || from <= day) ?? names[0])?.name ?? name;

/** The other names it is known by on a day: aliases, and the one it had before. */
export function otherNamesOn(entry: OrganizationEntry, day: string): readonly string[] {
  const aliases = entry.aliases.filter(({ from, to = day }) => from <= day && day <= to).map(({ name }) => name);
  const now = nameOn(entry, day);
  const before = entry.names.filter(({ name, from = '' }) => name !== now && from <= day).map(({ name }) => name);
  return [...new Set([...aliases, ...before])];
}

/** The status of a service on a day: outside of the days it was said for, it is active. */
export function statusOn({ status, statusFrom, statusUntil }: ServiceEntry, day: string): Status {
  const holds = (statusFrom ?? day) <= day && day <= (statusUntil ?? day);
  return holds ? status : 'active';
}
