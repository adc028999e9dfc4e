import { nationalHolidays, withOverrides, type Calendar, type Override } from '#terms';

/** Free days of the public sector, declared once: they are worked back, but no office receives or decides. */
const free = (decree: string, ...dates: readonly string[]): readonly Override[] =>
  dates.map((date) => ({
    kind: 'add',
    date,
    name: 'Día no laborable del sector público',
    source: `${decree}, as told by several newspapers; whether courts keep it is to be checked.`,
  }));

/** Days the government declared free or worked again, beside the yearly holidays. Add a row per decree. */
const decreed: readonly Override[] = [
  ...free(
    'DS 151-2022-PCM',
    '2023-01-02',
    '2023-04-28',
    '2023-06-30',
    '2023-07-27',
    '2023-10-09',
    '2023-12-07',
    '2023-12-26',
    '2024-01-02',
  ),
  ...free(
    'DS 011-2024-PCM',
    '2024-07-26',
    '2024-10-07',
    '2024-12-06',
    '2024-12-23',
    '2024-12-24',
    '2024-12-30',
    '2024-12-31',
  ),
  ...free('DS 042-2025-PCM', '2025-05-02', '2025-12-26', '2026-01-02'),
];

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
