import type { ProblemText } from '#service';
import { sharedProblems } from '../../shared-problems.js';

/** The words for what the law of seats, and the place of a board among others, refuse. */
export const seatProblems: readonly ProblemText[] = [
  ...sharedProblems('board', 'bad-day'),
  {
    code: 'board/no-seat-list',
    status: 422,
    es: {
      title: 'No se conocen los asientos que manda la norma',
      detail: 'Para ese país y nivel, regístrela como mesa voluntaria.',
    },
    en: {
      title: 'No seats by law are known',
      detail: 'For that country and level, establish it as a voluntary board.',
    },
  },
  {
    code: 'board/seat-not-in-law',
    status: 422,
    es: {
      title: 'La norma no prevé ese asiento',
      detail: 'Elija un asiento del reglamento de la Ley 30364 (lista por verificar).',
    },
    en: {
      title: 'The norm has no such seat',
      detail: 'Choose a seat of the regulation of Ley 30364 (the list is yet to be verified).',
    },
  },
  {
    code: 'board/seats-full',
    status: 409,
    es: {
      title: 'La norma no da más lugares en ese asiento',
      detail: 'El máximo es el del reglamento de la Ley 30364 (lista por verificar).',
    },
    en: {
      title: 'The norm has no more room in that seat',
      detail: 'The maximum is that of the regulation of Ley 30364 (the list is yet to be verified).',
    },
  },
  {
    code: 'board/term-reversed',
    status: 422,
    es: { title: 'El periodo termina antes de empezar', detail: 'Revise las dos fechas.' },
    en: { title: 'The term ends before it begins', detail: 'Check both days.' },
  },
  {
    code: 'board/parent-not-above',
    status: 422,
    es: {
      title: 'La mesa superior debe ser de un nivel más alto',
      detail: 'Distrital, provincial, regional, nacional.',
    },
    en: { title: 'The board above must be of a higher level', detail: 'District, provincial, regional, national.' },
  },
  {
    code: 'board/cannot-succeed',
    status: 422,
    es: { title: 'Solo una instancia de ley sucede a una mesa voluntaria', detail: 'Revise cuál sucede a cuál.' },
    en: { title: 'Only a statutory board succeeds a voluntary one', detail: 'Check which succeeds which.' },
  },
];
