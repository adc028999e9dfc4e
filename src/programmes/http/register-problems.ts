import { type ProblemText, problemText } from '#service';
import { sharedProblems } from '../../shared-problems.js';

const invalid = 422;
const illegal = 409;

/** The words for what a register refuses. */
export const registerProblems: readonly ProblemText[] = [
  ...sharedProblems('register', 'bad-code', 'bad-day', 'bad-district', 'bad-id', 'not-yet', 'unknown-country'),
  problemText(
    404,
    'register/unknown',
    ['Ese registro no existe', 'Puede ser de otra mesa. Búsquelo en la lista.'],
    ['No such entry', 'It may be of another board. Look for it in the list.'],
  ),
  problemText(
    404,
    'register/unknown-step',
    ['Ese paso no existe', 'Ya se anuló, o no es de este registro.'],
    ['No such step', 'It was taken back already, or is not of this entry.'],
  ),
  problemText(
    403,
    'register/not-yours',
    ['Le toca a otra institución', 'Lo hace la institución que corresponde, o la coordinación de la mesa.'],
    ['This is for another institution', 'The institution it concerns does it, or the coordination of the board.'],
  ),
  problemText(
    illegal,
    'register/withdrawn',
    ['El registro está dado de baja', 'Ya no cambia. Si corresponde, regístrelo de nuevo.'],
    ['The entry was taken out', 'It does not change any more. Enter it again if need be.'],
  ),
  problemText(
    illegal,
    'register/taken',
    ['Ese identificador ya es de otro registro', 'Envíe el formulario de nuevo.'],
    ['Another entry has this id', 'Send it again under a new id.'],
  ),
  problemText(
    invalid,
    'register/unknown-field',
    ['Hay un dato que este registro no tiene', 'Revise los nombres de los campos.'],
    ['A field this register does not have', 'Check the names of the fields.'],
  ),
  problemText(
    invalid,
    'register/missing-field',
    ['Falta un dato', 'Complete todos los campos que no son opcionales.'],
    ['A field is missing', 'Fill in every field that is not optional.'],
  ),
  problemText(
    invalid,
    'register/bad-list',
    ['La lista no es válida', 'Ponga de 1 a 200 elementos, sin repetir ninguno.'],
    ['Not a list', 'Give 1 to 200 items, none of them twice.'],
  ),
  problemText(
    invalid,
    'register/bad-count',
    ['La cantidad no es válida', 'Use números enteros desde cero; el dinero, en céntimos.'],
    ['Not a count', 'Use whole numbers from nought; money in cents.'],
  ),
  problemText(
    invalid,
    'register/bad-number',
    ['El valor no es un número', 'Escriba un número.'],
    ['Not a number', 'Give a number.'],
  ),
  problemText(
    invalid,
    'register/bad-text',
    ['El dato no es un texto', 'Escriba un texto.'],
    ['Not a text', 'Give a text.'],
  ),
  problemText(
    invalid,
    'register/bad-currency',
    ['La moneda no es válida', 'Use tres letras mayúsculas: PEN, BOB, EUR.'],
    ['Not a currency', 'Use three capital letters: PEN, BOB, EUR.'],
  ),
  problemText(
    invalid,
    'register/period-reversed',
    ['Las fechas están al revés', 'La última no puede ser anterior a la primera.'],
    ['The days are reversed', 'The last one cannot be before the first.'],
  ),
  problemText(
    invalid,
    'register/bad-name',
    [
      'El texto no se puede publicar',
      'De 1 a 160 caracteres en una sola línea, sin nombres de personas, sin @ y sin siete cifras seguidas.',
    ],
    [
      'Not a text that can be published',
      '1 to 160 characters on one line, without names of persons, @, or seven digits in a row.',
    ],
  ),
  problemText(
    invalid,
    'register/unknown-organization',
    ['Esa institución no está en el directorio', 'Regístrela primero, o revise su código.'],
    ['The organization is not in the directory', 'Register it first, or check its code.'],
  ),
  problemText(
    invalid,
    'register/unknown-agreement',
    ['Ese acuerdo no es de esta mesa', 'Elija un acuerdo de la mesa.'],
    ['The agreement is not of this board', 'Choose an agreement of the board.'],
  ),
  problemText(
    invalid,
    'register/unknown-project',
    ['Ese proyecto no es de esta mesa', 'Elija un proyecto de la mesa.'],
    ['The project is not of this board', 'Choose a project of the board.'],
  ),
  problemText(
    invalid,
    'training/not-trained',
    ['No todas esas personas recibieron la capacitación', 'Ponga solo códigos que están en el registro.'],
    ['Not all of these were trained', 'Give codes that stand in the entry.'],
  ),
  problemText(
    invalid,
    'project/outcome-twice',
    ['Un indicador está dos veces', 'Cada indicador tiene una sola línea de base y una sola meta.'],
    ['An indicator stands twice', 'Each has one baseline and one target.'],
  ),
  problemText(
    illegal,
    'project/outcome-measured',
    ['Ese resultado ya tiene mediciones', 'Anule primero las mediciones, o conserve el indicador.'],
    ['That outcome was measured', 'Take its measurements back first, or keep the indicator.'],
  ),
  problemText(
    invalid,
    'project/unknown-outcome',
    ['El proyecto no tiene ese resultado', 'Añádalo primero con una corrección.'],
    ['The project has no such outcome', 'Add it first, by a correction.'],
  ),
  problemText(
    invalid,
    'project/no-stages',
    ['Este proyecto no va por etapas', 'Las etapas son del presupuesto participativo.'],
    ['This project has no stages', 'Stages are of the participatory budget.'],
  ),
  problemText(
    illegal,
    'project/stage-out-of-order',
    ['Las etapas van en orden', 'Primero propuesto, luego priorizado, financiado y ejecutado.'],
    ['Stages come in order', 'Proposed first, then prioritised, funded and executed.'],
  ),
  problemText(
    invalid,
    'budget/for-nothing',
    ['Falta decir para qué es', 'Una partida es para un acuerdo, un consejo o un proyecto.'],
    ['It is for nothing', 'A line is for an agreement, a council or a project.'],
  ),
  problemText(
    invalid,
    'budget/bad-year',
    ['El año no es válido', 'Escriba el año con cuatro cifras.'],
    ['Not a year', 'Give the year with four digits.'],
  ),
  problemText(
    illegal,
    'budget/over-executed',
    ['Se gastaría más de lo asignado', 'Si la partida creció, corríjala primero.'],
    ['More than the line has', 'If the line has grown, correct it first.'],
  ),
  problemText(
    invalid,
    'finding/own-house',
    ['Una red no se vigila a sí misma', 'Elija la institución observada.'],
    ['A network does not watch itself', 'Choose the institution that was watched.'],
  ),
  problemText(
    illegal,
    'finding/answered',
    ['El hallazgo ya tiene respuesta', 'Para cambiarla, anule primero la anterior.'],
    ['The finding is answered', 'Take the answer back to give another.'],
  ),
  problemText(
    illegal,
    'finding/taken-up',
    ['La mesa ya acordó sobre este hallazgo', 'Para cambiarlo, anule primero el vínculo.'],
    ['The board has agreed on it', 'Take that back to link another agreement.'],
  ),
  problemText(
    illegal,
    'finding/over',
    ['El hallazgo está cerrado', 'Ya no cambia.'],
    ['The finding is settled', 'It does not change any more.'],
  ),
];
