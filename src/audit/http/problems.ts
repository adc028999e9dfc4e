import { type ProblemText, problemText } from '#service';
import { proofProblems } from './proofs.problems.js';

/** The words for what auditors are refused. */
export const auditProblems: readonly ProblemText[] = [
  ...proofProblems,
  problemText(
    422,
    'what-if/unknown-rule',
    ['No hay una regla con ese código', 'Elija una de las reglas que tienen los plazos.'],
    ['No such rule', 'Choose one of the rules the clocks go by.'],
  ),
  problemText(
    422,
    'what-if/bad-term',
    ['Ese plazo no se entiende', 'Escriba un número entero, desde 0.'],
    ['Not a term', 'Write a whole number from 0.'],
  ),
  problemText(
    422,
    'what-if/one-of-both',
    ['Diga de qué se trata', 'Indique un caso o una mesa, uno de los dos.'],
    ['Say what it is about', 'Name a case or a board, one of them.'],
  ),
  problemText(
    404,
    'unmasking/unknown',
    ['Ese pedido no existe', 'Revise la lista de pedidos.'],
    ['No such request', 'Look at the list of requests.'],
  ),
  problemText(
    404,
    'unmasking/no-such-person',
    ['Nadie tiene ese seudónimo en esta sesión', 'Un seudónimo solo vale en la sesión en que lo vio.'],
    ['Nobody goes by that name in this session', 'A pseudonym holds only in the session it was seen in.'],
  ),
  problemText(
    409,
    'unmasking/asked',
    ['Ya se pidió', 'Espere la respuesta de la otra persona.'],
    ['It was asked before', 'Wait for the other person.'],
  ),
  problemText(
    409,
    'unmasking/same-person',
    ['Hacen falta dos personas', 'Quien pide no puede aprobar su propio pedido.'],
    ['It takes two persons', 'Whoever asks cannot approve.'],
  ),
  problemText(
    409,
    'unmasking/not-by-this-role',
    ['No le corresponde', 'Lo decide quien cuida los datos personales.'],
    ['Not your office', 'Whoever looks after personal data decides.'],
  ),
  problemText(
    409,
    'unmasking/decided',
    ['Ya se decidió', 'La decisión queda como está.'],
    ['It was decided before', 'The decision stays.'],
  ),
  problemText(
    409,
    'unmasking/not-approved',
    ['Nadie lo ha aprobado', 'Hace falta que otra persona lo apruebe.'],
    ['Nobody approved', 'Another person has to approve.'],
  ),
  problemText(
    409,
    'unmasking/not-yours',
    ['Lo pidió otra persona', 'Solo quien lo pidió puede verlo.'],
    ['Somebody else asked', 'Only who asked is told.'],
  ),
  problemText(
    409,
    'unmasking/over',
    ['Pasaron más de 24 horas', 'Pídalo de nuevo.'],
    ['More than 24 hours have passed', 'Ask again.'],
  ),
];
