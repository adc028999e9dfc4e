import { join } from 'node:path';
import fc from 'fast-check';
import { openPolicies, policyTexts } from '../../src/people/access/policies.js';
import type { Question } from '../../src/people/access/vocabulary.js';
import { barred, may } from './model.js';
import { everyQuestion } from './questions.js';

const texts = policyTexts(join(import.meta.dirname, '../../src/people/policies-cedar'));
const { ask } = openPolicies(texts);

/** The same questions every time, spread over all there are. */
function drawn(count: number, seed: number): readonly Question[] {
  const indices = fc.sample(fc.nat(everyQuestion.length - 1), { numRuns: count, seed });
  return indices.flatMap((index) => everyQuestion[index] ?? []);
}

it('the policies and the model said a second time agree on 100,000 questions', () => {
  const differing = drawn(100_000, 7).filter((question) => ask(question).allowed !== may(question));
  expect(differing).toEqual([]);
}, 300_000);

it('no fact that speaks against it ever adds what may be done', () => {
  for (const question of drawn(10_000, 11)) {
    if (question.kind === 'Office' || !ask(question).allowed) continue;
    expect(ask({ ...question, conflict: true }).allowed).toBe(false);
    expect(ask({ ...question, state: 'sealed' }).allowed).toBe(false);
  }
  for (const question of drawn(10_000, 13)) {
    if (question.kind === 'Office' || ask(question).allowed) continue;
    for (const less of ['expired', 'withdrawn', 'none'] as const) {
      if (question.relation !== 'party' || question.action === 'breakGlass') continue;
      expect([question, ask({ ...question, relation: less }).allowed]).toEqual([question, false]);
    }
  }
});

describe('a policy that is', () => {
  const unsealed = (question: Question): boolean => question.kind === 'Office' || question.state === 'open';
  /** Nothing against it but what the asker is. */
  const nearly = (question: Question): boolean =>
    question.kind !== 'Office' &&
    ['none', 'party'].includes(question.relation) &&
    question.purpose === 'care' &&
    unsealed(question) &&
    !question.conflict &&
    !question.glass;
  /** What may be done, what nothing lets in, what nearly may be done, and a little of everything. */
  const told: readonly Question[] = [
    ...everyQuestion.filter((question) => may(question) && unsealed(question)),
    ...drawn(20_000, 19).filter(barred).slice(0, 500),
    ...everyQuestion.filter((question) => question.kind === 'Office').filter((_, index) => index % 3 === 0),
    ...drawn(300, 17),
    ...everyQuestion.filter(nearly),
  ];
  const anything = 'permit (principal, action, resource);';
  /** Whether these policies answer otherwise than people agreed, or let somebody in once more is permitted. */
  function isNoticed(policies: Readonly<Record<string, string>>): boolean {
    const mutant = openPolicies({ ...texts, policies });
    if (told.some((question) => mutant.ask(question).allowed !== may(question))) return true;
    const open = openPolicies({ ...texts, policies: { ...policies, anything } });
    return told.some((question) => open.ask(question).allowed === barred(question));
  }

  it('as it is goes unnoticed', () => {
    expect(isNoticed(texts.policies)).toBe(false);
  });

  it.each(Object.keys(texts.policies))('removed is missed: %s', (name) => {
    const others = Object.fromEntries(Object.entries(texts.policies).filter(([each]) => each !== name));
    expect(isNoticed(others)).toBe(true);
  });

  it.each(Object.keys(texts.policies))('turned round is noticed: %s', (name) => {
    const text = texts.policies[name] ?? '';
    const turned = text.replace(/^(permit|forbid) /m, (word) => (word === 'permit ' ? 'forbid ' : 'permit '));
    expect(turned).not.toBe(text);
    expect(isNoticed({ ...texts.policies, [name]: turned })).toBe(true);
  });

  const conditioned = Object.entries(texts.policies).filter(([, text]) => /\b(when|unless) \{/.test(text));
  it.each(conditioned.map(([name]) => name))('with its condition taken away is noticed: %s', (name) => {
    const text = texts.policies[name] ?? '';
    const loose = text.replace(/\) (when|unless) \{[^]*\};\s*$/, ');');
    expect(loose).not.toBe(text);
    expect(isNoticed({ ...texts.policies, [name]: loose })).toBe(true);
  });
});
