import type { ProblemText } from '#service';
import { webhookProblems } from './webhook-problems.js';

/** What only arises in talking to other systems. */
export const interopProblems: readonly ProblemText[] = [
  ...webhookProblems,
  {
    code: 'fhir-unknown-subject',
    status: 422,
    es: {
      title: 'No se sabe de qué caso se trata',
      detail: 'Identifique el caso en subject.identifier con el sistema urn:chaski:case-code y el código del caso.',
    },
    en: {
      title: 'The case is not named',
      detail: 'Name the case in subject.identifier, system urn:chaski:case-code, by the code of the case.',
    },
  },
  {
    code: 'fhir-consent-unclear',
    status: 422,
    es: {
      title: 'El consentimiento se contradice',
      detail: 'Consent.status, provision.type y policyRule deben decir lo mismo: dado, o negado (without-identity).',
    },
    en: {
      title: 'The consent contradicts itself',
      detail: 'Consent.status, provision.type and policyRule must say the same: given, or refused (without-identity).',
    },
  },
  {
    code: 'fhir-unknown-code',
    status: 422,
    es: {
      title: 'Falta un código de Chaski',
      detail:
        'Use en code el sistema urn:chaski:codes:referralPurposes y en policyRule el sistema urn:chaski:consent-basis.',
    },
    en: {
      title: 'A code of Chaski is missing',
      detail: 'Use the system urn:chaski:codes:referralPurposes in code and urn:chaski:consent-basis in policyRule.',
    },
  },
];
