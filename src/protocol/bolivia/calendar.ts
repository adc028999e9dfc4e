import { nationalHolidays, withOverrides, type Calendar, type Override } from '#terms';

/** Department (first two digits of a municipality's code), month and day of its own holiday. */
const departments: readonly (readonly [region: string, monthDay: string, name: string])[] = [
  ['01', '05-25', 'Chuquisaca'],
  ['02', '07-16', 'La Paz'],
  ['03', '09-14', 'Cochabamba'],
  ['04', '02-10', 'Oruro'],
  ['05', '11-10', 'Potosí'],
  ['06', '04-15', 'Tarija'],
  ['07', '09-24', 'Santa Cruz'],
  ['08', '11-18', 'Beni'],
  ['09', '09-24', 'Pando'],
];

const years = { from: 2013, to: 2045 };

const departmental: readonly Override[] = departments.flatMap(([region, monthDay, name]) =>
  Array.from({ length: years.to - years.from + 1 }, (_, index) => ({
    kind: 'add' as const,
    date: `${years.from + index}-${monthDay}`,
    name: `Efeméride departamental de ${name}`,
    source: 'General knowledge; the departmental law is to be checked.',
    region,
  })),
);

/** Business days in Bolivia: the national holidays everywhere, a department's own in its municipalities. */
export const boliviaCalendar: Calendar = withOverrides(
  {
    zone: 'America/La_Paz',
    workdays: [1, 2, 3, 4, 5],
    holidays: nationalHolidays('BO', years),
    covers: { from: '2013-01-01', to: '2045-12-31' },
  },
  departmental,
);
