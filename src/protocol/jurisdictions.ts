import { readOverrides, withOverrides } from '#terms';
import { bolivia } from './bolivia/index.js';
import type { Jurisdiction } from './jurisdiction.js';
import { peru } from './peru/index.js';

const jurisdictions = new Map<string, Jurisdiction>([peru, bolivia].map((each) => [each.id, each]));

/** The ids of all jurisdictions there are. */
export const jurisdictionIds = (): readonly string[] => [...jurisdictions.keys()];

/**
 * The law and the code lists of a country.
 * @param id ISO 3166-1 alpha-2: `PE`
 * @throws RangeError no such jurisdiction
 */
export function jurisdiction(id: string): Jurisdiction {
  const found = jurisdictions.get(id);
  if (found === undefined) throw new RangeError(`no jurisdiction ${id}`);
  return found;
}

/**
 * The jurisdiction with the decreed days of a deployment in its calendar. Clocks that run already keep the due time that
 * was written down when they started.
 * @param text JSON: a list of `{kind: "add" | "remove", date, name, source, region?}`
 * @throws BadOverrides every fault of the file, by row
 */
export function withHolidayFile(of: Jurisdiction, text: string): Jurisdiction {
  const calendar = withOverrides(of.calendar, readOverrides(text, of.calendar));
  return { ...of, calendar, rules: of.rules.on(calendar) };
}

/**
 * From now on this process works with this version of a jurisdiction. Called at the start, before anything is read: what
 * was decided before stays as it was decided.
 * @throws RangeError there is none of that id to take the place of
 */
export function adopt(version: Jurisdiction): void {
  jurisdiction(version.id);
  jurisdictions.set(version.id, version);
}
