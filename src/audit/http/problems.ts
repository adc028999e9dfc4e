import type { ProblemText } from '#service';
import { proofProblems } from './proofs.problems.js';

const text = (
  code: string,
  status: number,
  es: readonly [title: string, detail: string],
  en: readonly [title: string, detail: string],
): ProblemText => ({
  ...{ code, status },
  es: { title: es[0], detail: es[1] },
  en: { title: en[0], detail: en[1] },
});

/** The words for what auditors are refused. */
export const auditProblems: readonly ProblemText[] = [
  ...proofProblems,
  text(
    ...(['what-if/unknown-rule', 422] as const),
    ['No hay una regla con ese código', 'Elija una de las reglas que tienen los plazos.'],
    ['No such rule', 'Choose one of the rules the clocks go by.'],
  ),
  text(
    ...(['what-if/bad-term', 422] as const),
    ['Ese plazo no se entiende', 'Escriba un número entero, desde 0.'],
    ['Not a term', 'Write a whole number from 0.'],
  ),
  text(
    ...(['what-if/one-of-both', 422] as const),
    ['Diga de qué se trata', 'Indique un caso o una mesa, uno de los dos.'],
    ['Say what it is about', 'Name a case or a board, one of them.'],
  ),
  text(
    ...(['unmasking/unknown', 404] as const),
    ['Ese pedido no existe', 'Revise la lista de pedidos.'],
    ['No such request', 'Look at the list of requests.'],
  ),
  text(
    ...(['unmasking/no-such-person', 404] as const),
    ['Nadie tiene ese seudónimo en esta sesión', 'Un seudónimo solo vale en la sesión en que lo vio.'],
    ['Nobody goes by that name in this session', 'A pseudonym holds only in the session it was seen in.'],
  ),
  text(
    ...(['unmasking/asked', 409] as const),
    ['Ya se pidió', 'Espere la respuesta de la otra persona.'],
    ['It was asked before', 'Wait for the other person.'],
  ),
  text(
    ...(['unmasking/same-person', 409] as const),
    ['Hacen falta dos personas', 'Quien pide no puede aprobar su propio pedido.'],
    ['It takes two persons', 'Whoever asks cannot approve.'],
  ),
  text(
    ...(['unmasking/not-by-this-role', 409] as const),
    ['No le corresponde', 'Lo decide quien cuida los datos personales.'],
    ['Not your office', 'Whoever looks after personal data decides.'],
  ),
  text(
    ...(['unmasking/decided', 409] as const),
    ['Ya se decidió', 'La decisión queda como está.'],
    ['It was decided before', 'The decision stays.'],
  ),
  text(
    ...(['unmasking/not-approved', 409] as const),
    ['Nadie lo ha aprobado', 'Hace falta que otra persona lo apruebe.'],
    ['Nobody approved', 'Another person has to approve.'],
  ),
  text(
    ...(['unmasking/not-yours', 409] as const),
    ['Lo pidió otra persona', 'Solo quien lo pidió puede verlo.'],
    ['Somebody else asked', 'Only who asked is told.'],
  ),
  text(
    ...(['unmasking/over', 409] as const),
    ['Pasaron más de 24 horas', 'Pídalo de nuevo.'],
    ['More than 24 hours have passed', 'Ask again.'],
  ),
];
