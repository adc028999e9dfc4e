import { nationalHolidays, withOverrides, type Calendar, type Override } from '#terms';

/** Days the government declared free or worked again, beside the yearly holidays. Add a row per decree. */
const decreed: readonly Override[] = [];

/** Business days in Peru. Hours and calendar days run through all of them: this law knows no idle time. */
export const peruCalendar: Calendar = withOverrides(
  {
    zone: 'America/Lima',
    workdays: [1, 2, 3, 4, 5],
    holidays: nationalHolidays('PE', { from: 2015, to: 2045 }),
    covers: { from: '2015-01-01', to: '2045-12-31' },
  },
  decreed,
);
