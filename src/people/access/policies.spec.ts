import { join } from 'node:path';
import { openPolicies, PoliciesInvalid, policyTexts } from './policies.js';
import type { Question } from './vocabulary.js';

const texts = policyTexts(join(import.meta.dirname, '../policies-cedar'));
const owned = { kind: 'Case', relation: 'owner', state: 'open', conflict: false, glass: false } as const;

it('an answer names the rules it follows from', () => {
  const { ask } = openPolicies(texts);
  const asked: Question = { role: 'worker', action: 'openIdentity', purpose: 'care', ...owned };
  expect(ask(asked)).toEqual({ allowed: true, policies: ['owner-opens'] });
  expect(ask({ ...asked, conflict: true })).toEqual({ allowed: false, policies: ['never-in-conflict'] });
  expect(ask({ ...asked, relation: 'none' })).toEqual({ allowed: false, policies: [] });
});

it('policies with a word the schema does not have are refused at the start', () => {
  const wrong = 'permit (principal, action == Action::"readCase", resource) when { resource.owner == "x" };';
  expect(() => openPolicies({ ...texts, policies: { ...texts.policies, wrong } })).toThrow(PoliciesInvalid);
  const broken = 'permit (principal';
  expect(() => openPolicies({ ...texts, policies: { ...texts.policies, broken } })).toThrow(PoliciesInvalid);
});

it('a question the schema does not know is an error, not an answer', () => {
  const { ask } = openPolicies(texts);
  const asked = { role: 'worker', action: 'readReferral', purpose: 'care', ...owned } as unknown as Question;
  expect(() => ask(asked)).toThrow(PoliciesInvalid);
});
