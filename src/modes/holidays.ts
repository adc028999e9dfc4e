import { readFileSync } from 'node:fs';
import { adopt, jurisdiction, jurisdictionIds, withHolidayFile } from '../protocol/index.js';
import { type Env, Misconfigured } from './settings.js';

/**
 * Days a government declared free, or worked again, since this version was made: for each country a JSON file named by
 * `CHASKI_HOLIDAYS_<country>`. Read at the start; clocks that run keep the due times they were given.
 * @throws Misconfigured the file cannot be read, or what is wrong with it row by row
 */
export function adoptHolidays(env: Env): void {
  for (const country of jurisdictionIds()) {
    const name = `CHASKI_HOLIDAYS_${country}`;
    const file = env[name];
    if (file === undefined || file === '') continue;
    try {
      adopt(withHolidayFile(jurisdiction(country), readFileSync(file, 'utf8')));
    } catch (error) {
      throw new Misconfigured(`Feriados de ${name} (${file}):\n${error instanceof Error ? error.message : 'ilegible'}`);
    }
  }
}
