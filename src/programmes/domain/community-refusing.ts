import { Refusal } from '#decider';

/** Something of a community that is there until it ends. */
interface Standing {
  readonly status: 'none' | 'standing' | 'ended';
}

/** @throws Refusal `community/unknown`, `community/ended` */
export function refuseUnlessStanding({ status }: Standing): void {
  if (status === 'none') throw new Refusal('community/unknown', 'there is none', 'unknown');
  if (status === 'ended') throw new Refusal('community/ended', 'it has ended');
}

/** @throws Refusal `community/backwards` the second day lies before the first */
export function refuseBackwards(first: string, second: string | undefined): void {
  if (second !== undefined && second < first) {
    throw new Refusal('community/backwards', `${second} lies before ${first}`, 'invalid');
  }
}

/** Whether two flat records say the same, in whatever order their fields stand: founded again, it changes nothing. */
export function sameFounding<T extends object>(one: T, other: T): boolean {
  const names = Object.keys(one) as (keyof T)[];
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => JSON.stringify(one[name]) === JSON.stringify(other[name]))
  );
}
