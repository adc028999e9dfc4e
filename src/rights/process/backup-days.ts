/** Days backups of the keys are kept where nothing is set: what an erasure promises. */
const usual = 30;

/**
 * `CHASKI_BACKUP_DAYS`: for how many days backups are kept. It is what certificates promise, so whoever runs the backups
 * has to keep to it.
 * @throws RangeError not a number of days from 1 to 3650
 */
export function backupDaysFrom(env: Readonly<Record<string, string | undefined>>): number {
  const days = Number(env['CHASKI_BACKUP_DAYS'] || usual);
  if (!Number.isInteger(days) || days < 1 || days > 3650) throw new RangeError('CHASKI_BACKUP_DAYS: 1 a 3650 días');
  return days;
}
