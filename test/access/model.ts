import type { Question } from '../../src/people/access/vocabulary.js';

/**
 * Who may do what, said a second time and in another way, from the words people agreed on. It knows nothing of the
 * policies: where the two disagree, one of them is wrong.
 */
export function may(question: Question): boolean {
  if (barred(question)) return false;
  return question.kind === 'Office' ? mayHere(question) : mayWith(question);
}

/** Whom nothing lets in, whatever else is permitted. */
export function barred(question: Question): boolean {
  const { role, action, purpose } = question;
  const onBoard = ['coordinator', 'board', 'evaluator'].includes(role);
  const oversees = ['auditor', 'administrator', 'data-officer'].includes(role);
  if (question.kind === 'Office') {
    return (onBoard && toPersons.includes(action)) || (oversees && action === 'openProgramme');
  }
  if (onBoard || question.state === 'sealed' || question.conflict) return true;
  if (question.state === 'erased' && ['workOnCase', 'workOnReferral', 'breakGlass'].includes(action)) return true;
  if (action === 'openShelter' && purpose !== 'care') return true;
  return opens(question) && oversees;
}

const toPersons: readonly string[] = [
  'startCasework',
  'listCasework',
  'searchPersons',
  'askEmergency',
  'openProgramme',
];

type Here = Extract<Question, { kind: 'Office' }>;
type With = Exclude<Question, { kind: 'Office' }>;

const attends = ({ role }: { readonly role: string }): boolean => role === 'worker' || role === 'supervisor';
const opens = ({ action }: { readonly action: string }): boolean => action.startsWith('open');

function mayHere(question: Here): boolean {
  const { role, action, purpose, own, given } = question;
  switch (action) {
    case 'startCasework':
    case 'listCasework':
      return attends(question) && purpose === 'care';
    case 'searchPersons':
      return attends(question) && purpose === 'search';
    case 'askEmergency':
      return attends(question) && purpose === 'emergency';
    case 'look':
      return role !== 'system' && role !== 'evaluator';
    case 'readEvidence':
      return role !== 'system';
    case 'openProgramme':
      return attends(question) && own && purpose === 'care';
    case 'leadBoard':
    case 'keepDirectory':
    case 'linkPersons':
      return role === 'coordinator';
    case 'keepProgramme':
      return attends(question) || role === 'coordinator';
    case 'keepRights':
      return attends(question) || role === 'coordinator' || role === 'data-officer';
    case 'keepEntry':
      return role === 'coordinator' || (attends(question) && own);
    case 'auditHistory':
      return role === 'auditor';
    case 'importHistory':
    case 'readStaff':
    case 'enrolStaff':
      return role === 'coordinator' || role === 'administrator';
    case 'reviewGlass':
      return purpose === 'review' && (role === 'data-officer' || (role === 'supervisor' && own));
    case 'keepSeals':
      return (role === 'data-officer' || role === 'coordinator') && purpose === 'care';
    case 'readOrder':
      return role === 'data-officer' && purpose === 'review';
    case 'approveUnmasking':
      return role === 'data-officer' && purpose === 'review';
    case 'giveRole':
      if (role === 'administrator') return true;
      return role === 'coordinator' && ['worker', 'supervisor', 'board'].includes(given ?? '');
  }
}

function mayWith(question: With): boolean {
  const { role, action, purpose, relation, glass } = question;
  if (action === 'openIdentity' && question.kind === 'Case') {
    if (role === 'system') return purpose === 'index';
    if (purpose === 'search') return attends(question) && relation === 'owner';
  }
  if (action === 'askAfter') return attends(question) && purpose === 'search';
  if (action === 'seeReads' && role === 'data-officer') return purpose === 'care';
  if (action === 'liftConflict' && role === 'data-officer') return purpose === 'care' || purpose === 'review';
  if (!attends(question)) return false;
  if (question.kind === 'Referral') {
    if (purpose !== 'care') return false;
    if (!opens(question)) return !['none', 'court', 'reported'].includes(relation);
    return ['openContact', 'openNarrative'].includes(action) && ['owner', 'party'].includes(relation);
  }
  if (purpose === 'emergency') {
    if (action === 'breakGlass') return ['none', 'expired', 'withdrawn'].includes(relation);
    return glass && ['readCase', 'openIdentity', 'openContact', 'openLocation', 'openRisk'].includes(action);
  }
  if (action === 'declareConflict' && purpose === 'review') return relation === 'owner';
  if (purpose !== 'care' || action === 'breakGlass') return false;
  if (relation === 'owner') return true;
  if (relation === 'court' || relation === 'reported') return action === 'readCase' || action === 'workOnCase';
  return relation === 'party' && ['readCase', 'workOnCase', 'declareConflict', 'openRisk'].includes(action);
}
