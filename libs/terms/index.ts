export { nationalHolidays } from './adapters/date-holidays.js';
export { addBusinessDays, isBusinessDay, OutsideCalendar, withOverrides } from './calendar.js';
export type { Calendar, Holiday, Override } from './calendar.js';
export { RuleBook } from './rules.js';
export type { Condition, DatedRule, Deadline, Facts } from './rules.js';
export { dueAt } from './term.js';
export type { Term } from './term.js';
export { addDays, addMonths, endOfDay, instantOf, localDate, monthRange, startOfDay, weekday, zoned } from './zone.js';
export type { LocalDate, LocalDateTime, Month, Zoned } from './zone.js';
