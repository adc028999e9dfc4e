import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { referralProblems } from './problems.js';

/** What a sending may be refused for. */
export const sendingRefusals = [
  'referral/unknown-case',
  'referral/case-closed',
  'referral/to-oneself',
  'referral/words-without-consent',
  'referral/more-than-agreed',
  'referral/duty-missing',
  'referral/consent-incomplete',
  'referral/consent-over',
  'referral/unknown-destination',
  'referral/destination-closed',
  'referral/destination-takes-none',
  'purpose/refused',
] as const;

/**
 * Documents what a route refuses, each as an example of the answer.
 * @param codes of this capability's problems
 * @throws RangeError a code there are no words for
 */
export function Refuses(...codes: readonly string[]): MethodDecorator {
  const problems = codes.map((code) => {
    const found = referralProblems.find((each) => each.code === code);
    if (found === undefined) throw new RangeError(`no words for ${code}`);
    return found;
  });
  const byStatus = [...Map.groupBy(problems, ({ status }) => status)];
  return applyDecorators(
    ...byStatus.map(([status, of]) => ApiResponse({ status, description: '', content: contentOf(of) })),
  );
}

const contentOf = (problems: typeof referralProblems) => ({
  'application/problem+json': {
    schema: { $ref: '#/components/schemas/Problem' },
    examples: Object.fromEntries(
      problems.map(({ code, status, es }) => [
        code,
        { value: { type: `/problemas/${code}`, ...es, status, instance, code } },
      ]),
    ),
  },
});

/** Every answer has one of its own, by which it is found in the server's log. */
const instance = 'urn:uuid:01900000-0000-7000-8000-000000000000';
