import { type ProblemText, problemText } from '#service';

/** The words for what is refused of a file, of a measure, and of two persons. */
export const fileProblems: readonly ProblemText[] = [
  problemText(
    422,
    'case/no-place',
    ['Falta decir dónde', 'Escriba al menos un dato del lugar: distrito, dirección o referencia; o qué hogar es.'],
    ['It says no place', 'Say something of the place: district, address or reference; or which shelter it is.'],
  ),
  problemText(
    409,
    'case/report-incomplete',
    [
      'Faltan datos del informe',
      'Cada dato debe estar, o decirse por qué no se puede obtener. Están en «missingItems».',
    ],
    ['The report lacks items', 'Each is there, or it is said why it cannot be had. They are in “missingItems”.'],
  ),
  problemText(
    422,
    'case/condition-not-new',
    ['La persona ya tiene un caso', 'No es nuevo: reincidente, reingreso, derivado o continuador.'],
    ['She has a case already', 'It is not new: again by the same or another aggressor, transferred or continued.'],
  ),
  problemText(
    409,
    'case/no-reparation-track',
    ['El caso no sigue la vía de reparación', 'Es para hechos históricos y violaciones colectivas de derechos.'],
    ['The case is not on the way to reparation', 'That is for what was done long ago, or to many.'],
  ),
  problemText(
    409,
    'case/reparation-too-early',
    ['Falta un paso anterior', 'Los pasos de la reparación se registran en su orden.'],
    ['A step before it is missing', 'The steps of reparation are recorded in their order.'],
  ),
  problemText(
    404,
    'case/unknown-measure',
    ['No hay tal medida', 'El caso no tiene esa medida de protección.'],
    ['No such measure', 'The case has no such protection measure.'],
  ),
  problemText(
    409,
    'case/measure-ended',
    ['La medida ya terminó', 'Una orden le puso fin: no se registra nada más en ella.'],
    ['The measure has ended', 'An order ended it: nothing more is recorded of it.'],
  ),
  problemText(
    422,
    'case/replacement',
    ['Falta o sobra la medida que la sustituye', 'Se indica otra medida solo cuando se sustituye.'],
    ['A replacement is missing, or too many', 'Another measure is named when it is substituted, and only then.'],
  ),
  problemText(
    422,
    'case/bad-term',
    ['El plazo no vale', 'Debe terminar en un día después de hoy.'],
    ['The term is not valid', 'It ends on a day after today.'],
  ),
  problemText(
    422,
    'case/unknown-level',
    ['No es un nivel de atención', 'Hay tres niveles.'],
    ['No such level of care', 'There are three levels.'],
  ),
  problemText(
    422,
    'case/bad-stay',
    ['La estancia no vale', 'Necesita la primera noche y cuántas fueron.'],
    ['The stay is not valid', 'It has a first night and a number of nights.'],
  ),
  problemText(
    422,
    'case/nothing-described',
    ['No dice nada', 'Anote al menos un dato.'],
    ['It says nothing', 'Say one thing at least.'],
  ),
  problemText(
    422,
    'case/bad-children',
    ['El número de hijas e hijos no vale', 'Son números enteros: al menos uno, y no más de treinta.'],
    ['The number of children is not valid', 'Whole numbers: one at least, and no more than thirty.'],
  ),
  problemText(
    422,
    'case/unknown-institution',
    ['Esa institución no está en el directorio', 'Elija una institución del directorio.'],
    ['No such institution', 'Choose an institution of the directory.'],
  ),
  problemText(
    404,
    'person/unknown',
    ['No se conoce a esa persona', 'Ningún caso de su institución es de ella.'],
    ['No such person', 'No case of your institution is hers.'],
  ),
  problemText(
    422,
    'person/same',
    ['Es el mismo registro', 'Se unen dos registros distintos.'],
    ['That is one record', 'Two different records are linked.'],
  ),
  problemText(
    422,
    'person/not-a-pair',
    ['No son dos personas', 'Se unen dos registros distintos.'],
    ['These are not two persons', 'Two different records are linked.'],
  ),
  problemText(409, 'person/linked', ['Están unidos', 'Sepárelos primero.'], ['They are linked', 'Unlink them first.']),
];
