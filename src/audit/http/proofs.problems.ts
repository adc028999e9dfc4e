import type { ProblemText } from '#service';

/** The words for what is refused about proofs. */
export const proofProblems: readonly ProblemText[] = [
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
