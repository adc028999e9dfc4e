import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import cedar from '@cedar-policy/cedar-wasm/nodejs';
import type { Decision, Question } from './vocabulary.js';

/** The policies by name, and the schema they are written against. */
export interface PolicyTexts {
  readonly schema: string;
  readonly policies: Readonly<Record<string, string>>;
}

/** The policies are not ones that can be decided by. */
export class PoliciesInvalid extends Error {
  constructor(readonly reasons: readonly string[]) {
    super(`the access policies do not hold: ${reasons.join('; ')}`);
    this.name = 'PoliciesInvalid';
  }
}

/** Answers by rule. The same question always has the same answer. */
export interface Policies {
  ask(question: Question): Decision;
}

/** Reads the policies of a folder: each file is one rule, and is called as its file is. */
export function policyTexts(folder: string): PolicyTexts {
  const files = readdirSync(folder).filter((file) => file.endsWith('.cedar'));
  return {
    schema: readFileSync(join(folder, 'schema.cedarschema'), 'utf8'),
    policies: Object.fromEntries(
      files.map((file) => [basename(file, '.cedar'), readFileSync(join(folder, file), 'utf8')]),
    ),
  };
}

/** What is asked depends on codes alone, of which there are not so many. More than these are not remembered. */
const remembered = 50_000;
let sets = 0;

/**
 * Parses policies once, checks them against their schema, and answers from then on.
 * @throws PoliciesInvalid
 */
export function openPolicies({ schema, policies }: PolicyTexts): Policies {
  const set = { staticPolicies: policies };
  const checked = cedar.validate({ schema, policies: set });
  const reasons =
    checked.type === 'failure'
      ? checked.errors.map(({ message }) => message)
      : [...checked.validationErrors, ...checked.validationWarnings].map(
          ({ policyId, error }) => `${policyId}: ${error.message}`,
        );
  if (reasons.length > 0) throw new PoliciesInvalid(reasons);
  const name = `chaski-${(sets += 1)}`;
  succeed(cedar.preparsePolicySet(name, set));
  succeed(cedar.preparseSchema(name, schema));
  const answers = new Map<string, Decision>();
  return {
    ask: (question) => {
      const key = keyOf(question);
      const known = answers.get(key);
      if (known !== undefined) return known;
      const decision = decide(name, question);
      if (answers.size < remembered) answers.set(key, decision);
      return decision;
    },
  };
}

function succeed(answer: ReturnType<typeof cedar.preparsePolicySet>): void {
  if (answer.type === 'failure') throw new PoliciesInvalid(answer.errors.map(({ message }) => message));
}

const keyOf = (question: Question): string =>
  question.kind === 'Office'
    ? [question.role, question.action, question.purpose, question.own, question.given ?? ''].join('|')
    : [question.role, question.action, question.purpose, question.kind, ...Object.values(standingOf(question))].join(
        '|',
      );

const standingOf = ({ relation, state, conflict, glass }: Exclude<Question, { kind: 'Office' }>) => ({
  ...{ relation, state, conflict, glass },
});

/** Asks for one decision. An error in a policy is no answer: everything is then refused. */
function decide(name: string, question: Question): Decision {
  const { kind, role, action, purpose } = question;
  const principal = { type: 'Staff', id: 'who' };
  const resource = { type: kind, id: 'what' };
  const attrs = question.kind === 'Office' ? { own: question.own } : standingOf(question);
  const context: Record<string, string> = { purpose };
  if (question.kind === 'Office' && question.given !== undefined) context['given'] = question.given;
  const answer = cedar.statefulIsAuthorized({
    principal,
    action: { type: 'Action', id: action },
    resource,
    context,
    entities: [
      { uid: principal, attrs: { role }, parents: [] },
      { uid: resource, attrs, parents: [] },
    ],
    preparsedPolicySetId: name,
    preparsedSchemaName: name,
    validateRequest: true,
  });
  if (answer.type === 'failure') throw new PoliciesInvalid(answer.errors.map(({ message }) => message));
  const { decision, diagnostics } = answer.response;
  if (diagnostics.errors.length > 0) throw new PoliciesInvalid(diagnostics.errors.map(({ policyId }) => policyId));
  return { allowed: decision === 'allow', policies: [...diagnostics.reason].sort() };
}
