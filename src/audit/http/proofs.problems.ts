import type { ProblemText } from '#service';

/** The words for what is refused about proofs. */
export const proofProblems: readonly ProblemText[] = [
  {
    code: 'ledger/unknown-reason',
    status: 422,
    es: {
      title: 'Motivo desconocido',
      detail: 'Diga por qué el registro sigue con otro nombre, con un motivo de la lista.',
    },
    en: { title: 'Unknown reason', detail: 'Say with a reason of the list why the record goes on under another name.' },
  },
  {
    code: 'ledger/origin-used',
    status: 409,
    es: { title: 'Ese nombre ya se usó', detail: 'Con él ya se firmó un registro; elija otro.' },
    en: { title: 'The name was used before', detail: 'A record was signed under it; choose another.' },
  },
  {
    code: 'audit/no-such-size',
    status: 422,
    es: {
      title: 'El registro no tiene esos tamaños',
      detail: 'El primero es menor o igual que el segundo, y ninguno pasa de lo que ya está cerrado.',
    },
    en: {
      title: 'The record has no such sizes',
      detail: 'The first is at most the second, and neither is beyond what is sealed.',
    },
  },
];
