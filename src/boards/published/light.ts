/**
 * How an action of a plan stands on a day, by one rule for pages and report: what should be done by then grows evenly
 * from the action's first day to its last; up to 10 points behind is green, up to 30 amber, more is red. Done is green,
 * and past its last day without being done is red. Stopped is grey, and so is what is not to begin yet.
 */
export type Light = 'green' | 'amber' | 'red' | 'grey';

/** The dates and state of an action the rule looks at. Days are `YYYY-MM-DD`, progress is 0 to 100. */
export interface Standing {
  readonly start: string;
  readonly due: string;
  readonly progress: number;
  readonly state: 'not-started' | 'in-progress' | 'done' | 'stopped';
}

const slightlyBehind = 10;
const behind = 30;
const toDay = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** What should be done by the end of a day, 0 to 100, rounded down. */
export function expectedOn(day: string, { start, due }: Pick<Standing, 'start' | 'due'>): number {
  if (day < start) return 0;
  if (day >= due) return 100;
  return Math.floor((100 * (toDay(day) - toDay(start) + 1)) / (toDay(due) - toDay(start) + 1));
}

export function lightOn(day: string, { start, due, progress, state }: Standing): Light {
  if (state === 'done') return 'green';
  if (state === 'stopped' || (day < start && progress === 0)) return 'grey';
  if (day > due) return 'red';
  const short = expectedOn(day, { start, due }) - progress;
  if (short <= slightlyBehind) return 'green';
  return short <= behind ? 'amber' : 'red';
}
