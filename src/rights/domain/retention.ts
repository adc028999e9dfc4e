import { addDays, endOfDay, zoned } from '#terms';
import { zoneOf } from '../../protocol/index.js';

/** The end of the local day on which the last backup made until `at` is thrown away. */
export function backupsGone(country: string, at: string, days: number): string {
  const zone = zoneOf(country);
  return endOfDay(addDays(zoned(at, zone).date, days), zone);
}
