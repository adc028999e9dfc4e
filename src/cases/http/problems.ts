import { type ProblemText, problemText } from '#service';
import { fileProblems } from './file-problems.js';

/** The words for what the rules of a case refuse. */
export const caseProblems: readonly ProblemText[] = [
  ...fileProblems,
  problemText(
    404,
    'case/unknown',
    ['No hay tal caso', 'No existe, o su institución no participa en él.'],
    ['No such case', 'It does not exist, or your institution has no part in it.'],
  ),
  problemText(
    409,
    'case/exists',
    ['El caso ya está abierto', 'No se abrió de nuevo.'],
    ['The case is open already', 'It was not opened again.'],
  ),
  problemText(
    409,
    'case/closed',
    ['El caso está cerrado', 'En un caso cerrado no se registra nada más.'],
    ['The case is closed', 'Nothing more is recorded in a closed case.'],
  ),
  problemText(
    422,
    'case/principal-not-among-types',
    ['El tipo principal no está entre los tipos', 'Elija como principal uno de los tipos marcados.'],
    ['The principal type is not one of the types', 'Choose one of the types named.'],
  ),
  problemText(
    422,
    'case/unknown-person',
    ['No se conoce a esa persona', 'Solo se puede nombrar a una persona de un caso de su institución.'],
    ['That person is not known', 'Only a person of a case of your institution can be named.'],
  ),
  problemText(
    422,
    'case/override-without-reason',
    ['Falta el motivo', 'Subir el nivel que dan las respuestas necesita un motivo.'],
    ['A reason is missing', 'Raising the level the answers give needs a reason.'],
  ),
  problemText(
    422,
    'case/level-missing',
    ['Falta el nivel de riesgo', 'Indique un nivel, o las respuestas a un instrumento.'],
    ['The level of risk is missing', 'Give a level, or the answers to an instrument.'],
  ),
  problemText(
    422,
    'case/level-below-answers',
    [
      'El nivel es menor de lo que muestran las respuestas',
      'El criterio profesional puede subir el nivel, no bajarlo.',
    ],
    ['The level is below what the answers show', 'Judgement may raise the level, never lower it.'],
  ),
  problemText(
    422,
    'case/unknown-instrument',
    ['El instrumento no está vigente', 'Use un instrumento de valoración vigente en esa fecha.'],
    ['The instrument is not in force', 'Use an instrument in force on that day.'],
  ),
  problemText(
    422,
    'case/bad-answers',
    ['Las respuestas no son del instrumento', 'Cada respuesta debe ser una opción de una pregunta suya, una sola vez.'],
    ['The answers are not of the instrument', 'Each must be an option of one of its items, once.'],
  ),
  problemText(
    409,
    'case/no-complaint',
    ['No hay denuncia que informar', 'El informe al juzgado sigue a una denuncia.'],
    ['There is no complaint to report', 'A report to the court follows a complaint.'],
  ),
  problemText(
    409,
    'case/report-received',
    ['Un juzgado ya recibió el informe', 'Después del cargo de recepción el informe no se envía a otro juzgado.'],
    ['A court has received the report', 'After its stamp the report is not sent to another court.'],
  ),
  problemText(
    409,
    'case/other-court',
    ['El informe fue a otro juzgado', 'Solo el juzgado que recibe el informe puede sellarlo y decidir.'],
    ['The report went to another court', 'Only the court the report was sent to can stamp it and decide.'],
  ),
  problemText(
    409,
    'case/report-not-sent',
    ['No se envió ningún informe', 'El cargo de recepción sigue al envío del informe.'],
    ['No report was sent', 'A receipt follows the sending of a report.'],
  ),
  problemText(
    409,
    'case/court-has-no-report',
    ['El juzgado no ha recibido el informe', 'Las medidas se dictan después de recibirlo.'],
    ['The court has not received the report', 'Measures are decided after it is received.'],
  ),
  problemText(
    409,
    'case/not-the-court',
    ['Este paso es del juzgado', 'Solo lo registra el juzgado al que se envió el informe.'],
    ['This step is the court’s', 'Only the court the report was sent to records it.'],
  ),
  problemText(
    422,
    'case/unknown-step',
    ['No es un paso de un caso', 'Los pasos que se pueden registrar están en el caso, en «nextSteps».'],
    ['It is no step of a case', 'The steps that can be recorded are in the case, in “nextSteps”.'],
  ),
  problemText(
    409,
    'case/step-too-early',
    ['Falta un paso anterior', 'Registre primero el paso al que este sigue.'],
    ['An earlier step is missing', 'Record the step it follows first.'],
  ),
  problemText(
    409,
    'case/step-recorded-otherwise',
    ['Este paso tiene su propio registro', 'Regístrelo donde se anota con todos sus datos.'],
    ['This step is recorded elsewhere', 'Record it where all of it is written down.'],
  ),
  problemText(
    409,
    'case/not-your-step',
    [
      'Este paso es de otra institución',
      'Lo registra quien responde por el caso, quien informó al juzgado, el juzgado, o quien tiene el plazo.',
    ],
    [
      'This step belongs to another institution',
      'It is recorded by who answers for the case, who reported it, the court, or whom its clock binds.',
    ],
  ),
  problemText(
    409,
    'case/not-yours',
    ['Este paso es de otra institución', 'Lo registra la institución que responde por el caso.'],
    ['This step belongs to another institution', 'The institution that answers for the case records it.'],
  ),
  problemText(
    422,
    'case/unknown-court',
    ['Ese juzgado no está en el directorio', 'Elija un juzgado del directorio.'],
    ['No such court', 'Choose a court of the directory.'],
  ),
  problemText(
    422,
    'institution/unknown',
    ['Su institución no está en el directorio', 'Pida a la coordinación que la registre.'],
    ['Your institution is not in the directory', 'Ask the coordinator to register it.'],
  ),
  problemText(
    422,
    'effective-in-future',
    ['La fecha está en el futuro', 'Solo se registra lo que ya ocurrió.'],
    ['The date lies in the future', 'Only what has happened is recorded.'],
  ),
  problemText(
    422,
    'effective-before-start',
    ['La fecha es anterior al inicio', 'Nada ocurre antes de que el caso se abra o la derivación se envíe.'],
    ['The date lies before the beginning', 'Nothing happens before the case is opened or the referral sent.'],
  ),
  problemText(
    422,
    'code/not-listed',
    ['Un código no está en su lista', 'Las listas están en /api/codes.'],
    ['A code is not in its list', 'The lists are at /api/codes.'],
  ),
];
