import { Refusal } from '#decider';

/** @throws Refusal `people/unknown-code`: not one of the codes there are */
export function refuseOther<T extends string>(codes: readonly T[], given: string): asserts given is T {
  if (!codes.some((code) => code === given)) throw new Refusal('people/unknown-code', 'no such code', 'invalid');
}

/** @throws Refusal `people/bad-code`: not what a person is called here */
export function refuseBadCode(code: string): void {
  if (!/^[A-Za-z0-9][\w.-]{1,63}$/.test(code)) throw new Refusal('people/bad-code', 'not a code', 'invalid');
}
