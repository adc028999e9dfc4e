import { keyTypes, newSigner, verifierKeyText, type VerifierKey } from './keys.js';
import { parsePolicy, PolicyRefused } from './policy.js';

const log = newSigner('log.example', keyTypes.log).key;
const witnesses = Array.from({ length: 5 }, (_, n) => newSigner(`w${n}.example`, keyTypes.witness).key);
const [a, b, c, d, e] = witnesses as [VerifierKey, VerifierKey, VerifierKey, VerifierKey, VerifierKey];
const named = ['A', 'B', 'C', 'D', 'E'];
const head = [
  `log ${verifierKeyText(log)} https://log.example/`,
  ...witnesses.map((key, n) => `witness ${named[n]} ${verifierKeyText(key)}`),
];
const policy = (...lines: string[]): string => `${[...head, ...lines].join('\n')}\n`;

describe('a trust policy', () => {
  it('holds logs and witnesses, with comments and space between', () => {
    const spaced = `# whom we trust\n\n \t# more\n  ${policy('quorum\tA')}`;
    const { logs, witnesses: known } = parsePolicy(spaced);
    expect(logs.map(({ id }) => id)).toEqual([log.id]);
    expect(known.map(({ name }) => name)).toEqual(witnesses.map(({ name }) => name));
  });

  /** Which of the parsed keys these are: a policy compares keys by identity. */
  const quorumOf = (text: string, cosigners: readonly VerifierKey[]): boolean => {
    const parsed = parsePolicy(text);
    return parsed.quorum(parsed.witnesses.filter(({ id }) => cosigners.some((each) => each.id === id)));
  };

  it('wants all, any or some of a group', () => {
    const all = policy('group both all A B', 'quorum both');
    expect(quorumOf(all, [a])).toBe(false);
    expect(quorumOf(all, [a, b])).toBe(true);
    const any = policy('group one any A B', 'quorum one');
    expect(quorumOf(any, [])).toBe(false);
    expect(quorumOf(any, [b])).toBe(true);
    const two = policy('group two 2 A B C', 'quorum two');
    expect(quorumOf(two, [c])).toBe(false);
    expect(quorumOf(two, [a, c])).toBe(true);
    expect(quorumOf(two, [a, b, c])).toBe(true);
  });

  it('has groups of groups', () => {
    const nested = policy('group X 2 A B C', 'group Y any D E', 'group XY all X Y', 'quorum XY');
    expect(quorumOf(nested, [a, b, c])).toBe(false);
    expect(quorumOf(nested, [a, d, e])).toBe(false);
    expect(quorumOf(nested, [b, c, e])).toBe(true);
  });

  it('may want one, or nobody', () => {
    expect(quorumOf(policy('quorum D'), [a, b])).toBe(false);
    expect(quorumOf(policy('quorum D'), [d])).toBe(true);
    expect(quorumOf('quorum none\n', [])).toBe(true);
  });

  it.each([
    ['no quorum', policy()],
    ['two quorums', policy('quorum A', 'quorum B')],
    ['a quorum of nobody known', policy('quorum Z')],
    ['a group before its members', policy('group x all y', 'group y all A', 'quorum x')],
    ['a member twice', policy('group x all A A', 'quorum x')],
    ['a member of two groups', policy('group x all A', 'group y all A', 'quorum x')],
    ['more than there are', policy('group x 3 A B', 'quorum x')],
    ['a group of nobody', policy('group x all', 'quorum x')],
    ['none of a group', policy('group x 0 A', 'quorum x')],
    ['a threshold with a zero before it', policy('group x 01 A', 'quorum x')],
    ['a name twice', policy('group A all B', 'quorum A')],
    ['a group called none', policy('group none all B', 'quorum none')],
    ['none in a group', policy('group x all none', 'quorum x')],
    ['a witness twice', policy(`witness F ${verifierKeyText(a)}`, 'quorum A')],
    ['a log as a witness', policy(`witness F ${verifierKeyText(log)}`, 'quorum A')],
    ['a log twice', policy(`log ${verifierKeyText(log)}`, 'quorum A')],
    ['a key that is none', policy('log nothing', 'quorum A')],
    ['another word', policy('trust A', 'quorum A')],
    ['too many words', policy('quorum A B')],
    ['a carriage return', policy('quorum A\r')],
  ])('is none with %s', (_what, text) => {
    expect(() => parsePolicy(text)).toThrow(PolicyRefused);
  });

  it('names the line that is wrong', () => {
    expect(() => parsePolicy(policy('quorum A', 'quorum B'))).toThrow('line 8');
  });
});
