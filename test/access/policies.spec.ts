import { join } from 'node:path';
import fc from 'fast-check';
import { openPolicies, type Policies, PoliciesInvalid, policyTexts } from '../../src/people/access/policies.js';
import { purposes, type Question, relations } from '../../src/people/access/vocabulary.js';
import { roles } from '../../src/people/domain/roles.js';
import { barred, may } from './model.js';
import { acting, everyQuestion } from './questions.js';

const texts = policyTexts(join(import.meta.dirname, '../../src/people/policies-cedar'));
const { ask } = openPolicies(texts);

/** The same questions every time, spread over all there are. */
function drawn(count: number, seed: number): readonly Question[] {
  const indices = fc.sample(fc.nat(everyQuestion.length - 1), { numRuns: count, seed });
  return indices.flatMap((index) => everyQuestion[index] ?? []);
}

/** The same questions but for one thing about who asks, what for, or what it is to them. */
const neighboursOf = (question: Question): readonly Question[] => [
  ...acting.map((role) => ({ ...question, role })),
  ...purposes.map((purpose) => ({ ...question, purpose })),
  ...(question.kind === 'Office'
    ? [{ ...question, own: !question.own }, ...roles.map((given) => ({ ...question, given }))]
    : [...relations.map((relation) => ({ ...question, relation })), { ...question, glass: !question.glass }]),
];

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

  /** The conditions of a policy that must all hold, each with where it stands. */
  const conditionsOf = (text: string): readonly (readonly [from: number, to: number])[] => {
    const body = /\bwhen \{([^]*)\};\s*$/d.exec(text)?.indices?.[1];
    if (body === undefined) return [];
    const parts: [number, number][] = [];
    let [depth, from] = [0, body[0]];
    for (let at = body[0]; at < body[1]; at += 1) {
      depth += '(['.includes(text.charAt(at)) ? 1 : ')]'.includes(text.charAt(at)) ? -1 : 0;
      if (depth > 0 || !text.startsWith('&&', at)) continue;
      parts.push([from, at]);
      from = at + 2;
    }
    return parts.length === 0 ? [] : [...parts, [from, body[1]]];
  };
  const loosened = Object.entries(texts.policies).flatMap(([name, text]) =>
    conditionsOf(text).map(([from, to]) => [name, text.slice(from, to).trim(), from, to] as const),
  );
  const plain = everyQuestion.filter((question) => may(question) && unsealed(question));
  /** What is not allowed, and would be if whoever asks, what for or what it is to them were another. */
  const refused = plain.flatMap((question) => neighboursOf(question).filter((each) => !may(each)));

  it('there are conditions to leave out', () => {
    expect(loosened.length).toBeGreaterThan(40);
  });

  it.each(loosened)('without one of its conditions is noticed: %s, %s', (name, _, from, to) => {
    const text = texts.policies[name] ?? '';
    const loose = `${text.slice(0, from)} true ${text.slice(to)}`;
    const groups = [...text.matchAll(/ in Action::"(\w+)"/g)].map(([, group]) => group);
    const about = ({ action }: Question): boolean =>
      groups.includes('casework') ||
      (groups.includes('open') && action.startsWith('open')) ||
      text.includes(`"${action}"`);
    const policies = { ...texts.policies, [name]: loose };
    const differs = ({ ask: asked }: Policies): boolean =>
      [...plain, ...refused].some((each) => about(each) && asked(each).allowed !== may(each));
    // What asks for a field that is not there does not even fit the schema.
    const fits = !text.slice(from, to).includes('resource is');
    if (fits) expect(differs(openPolicies({ ...texts, policies }))).toBe(true);
    else expect(() => openPolicies({ ...texts, policies })).toThrow(PoliciesInvalid);
  });
});
