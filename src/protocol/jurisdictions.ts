import type { Jurisdiction } from './jurisdiction.js';
import { peru } from './peru/index.js';

const jurisdictions: Readonly<Record<string, Jurisdiction>> = { PE: peru };

/**
 * The law and the code lists of a country.
 * @param id ISO 3166-1 alpha-2: `PE`
 * @throws RangeError no such jurisdiction
 */
export function jurisdiction(id: string): Jurisdiction {
  const found = Object.hasOwn(jurisdictions, id) ? jurisdictions[id] : undefined;
  if (found === undefined) throw new RangeError(`no jurisdiction ${id}`);
  return found;
}
