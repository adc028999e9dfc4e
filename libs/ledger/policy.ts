import { KeyRefused, keyTypes, parseVerifierKey, type VerifierKey } from './keys.js';

/** Whom somebody trusts (C2SP tlog-policy): which logs, and which of its witnesses have to have looked. */
export interface TrustPolicy {
  readonly logs: readonly VerifierKey[];
  readonly witnesses: readonly VerifierKey[];
  /** Whether these witnesses are enough. */
  readonly quorum: (cosigners: readonly VerifierKey[]) => boolean;
}

/** Not a policy; the message names the line. */
export class PolicyRefused extends Error {
  constructor(detail: string) {
    super(detail);
    this.name = 'PolicyRefused';
  }
}

type Rule = (cosigned: ReadonlySet<VerifierKey>) => boolean;

/** @throws PolicyRefused */
export function parsePolicy(text: string): TrustPolicy {
  const reading = new Reading();
  // A carriage return would be part of the last word of its line.
  if (/[\u0000-\u0008\u000b-\u001f\u007f]/.test(text)) throw new PolicyRefused('characters a policy may not have');
  for (const [index, line] of text.split('\n').entries()) {
    const words = line.split(/[ \t]+/).filter((word) => word !== '');
    if (words.length === 0 || words[0]?.startsWith('#')) continue;
    try {
      reading.read(words);
    } catch (error) {
      if (!(error instanceof PolicyRefused || error instanceof KeyRefused)) throw error;
      throw new PolicyRefused(`line ${index + 1}: ${error.message}`);
    }
  }
  return reading.policy();
}

class Reading {
  readonly #logs: VerifierKey[] = [];
  readonly #witnesses: VerifierKey[] = [];
  readonly #rules = new Map<string, Rule>();
  readonly #members = new Set<string>();
  #quorum: Rule | undefined;

  read([keyword = '', ...words]: readonly string[]): void {
    switch (keyword) {
      case 'log':
        return this.#log(words);
      case 'witness':
        return this.#witness(words);
      case 'group':
        return this.#group(words);
      case 'quorum':
        return this.#setQuorum(words);
      default:
        refuse(`${keyword} is no word of a policy`);
    }
  }

  policy(): TrustPolicy {
    const quorum = this.#quorum ?? refuse('no quorum');
    return {
      logs: this.#logs,
      witnesses: this.#witnesses,
      quorum: (cosigners) => quorum(new Set(cosigners)),
    };
  }

  #log(words: readonly string[]): void {
    if (words.length < 1 || words.length > 2) refuse('log KEY [URL]');
    this.#logs.push(fresh(words[0], keyTypes.log, this.#logs));
  }

  #witness([name = '', ...words]: readonly string[]): void {
    if (words.length < 1 || words.length > 2) refuse('witness NAME KEY [URL]');
    const key = fresh(words[0], keyTypes.witness, this.#witnesses);
    this.#define(name, (cosigned) => cosigned.has(key));
    this.#witnesses.push(key);
  }

  #group([name = '', threshold = '', ...members]: readonly string[]): void {
    if (members.length === 0) refuse('group NAME all|any|NUMBER MEMBER...');
    const rules = members.map((member) => {
      // Or one witness could count twice.
      if (this.#members.has(member)) refuse(`${member} is in a group already`);
      this.#members.add(member);
      return this.#rules.get(member) ?? refuse(`${member} is not defined before`);
    });
    const needed = threshold === 'all' ? rules.length : threshold === 'any' ? 1 : numberFrom(threshold);
    if (needed < 1 || needed > rules.length) refuse(`${threshold} of ${rules.length} members`);
    this.#define(name, (cosigned) => rules.filter((rule) => rule(cosigned)).length >= needed);
  }

  #setQuorum([name = '', ...more]: readonly string[]): void {
    if (this.#quorum !== undefined || more.length > 0) refuse('one quorum');
    this.#quorum = name === 'none' ? () => true : (this.#rules.get(name) ?? refuse(`${name} is not defined before`));
  }

  #define(name: string, rule: Rule): void {
    if (name === 'none' || this.#rules.has(name)) refuse(`${name} is defined already`);
    this.#rules.set(name, rule);
  }
}

function fresh(text: string | undefined, type: number, known: readonly VerifierKey[]): VerifierKey {
  const key = parseVerifierKey(text ?? '');
  if (key.type !== type) refuse('a key of another kind');
  if (known.some(({ material }) => material === key.material)) refuse('the same key a second time');
  return key;
}

const numberFrom = (text: string): number =>
  /^[1-9]\d{0,3}$/.test(text) ? Number(text) : refuse(`${text} is no number`);

function refuse(detail: string): never {
  throw new PolicyRefused(detail);
}
