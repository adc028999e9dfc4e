import { type Milestone, milestoneNames } from '../../protocol/index.js';

/** What somebody has to do, after "debe": for each step of a case that a clock can wait for. */
const duties: Readonly<Partial<Record<Milestone, string>>> = {
  'complaint-registered': 'registrar la denuncia',
  'risk-assessed': 'valorar el riesgo',
  'report-received-by-prosecutor': 'tener el cargo de recepción de la fiscalía',
  'report-received-by-court': 'tener el cargo de recepción del juzgado',
  'recorded-in-national-register': 'registrar el caso en el sistema nacional',
  'measures-issued': 'decidir las medidas de protección',
  'measures-notified-to-executor': 'notificar las medidas a quien las ejecuta',
  'victim-notified': 'notificar a la víctima',
  'accused-notified': 'notificar a la persona denunciada',
  'measures-executed': 'ejecutar las medidas',
  'measures-tracked': 'mantener el mapa, el registro y el canal con la víctima',
  'execution-reported-to-court': 'informar al juzgado cómo se ejecutaron las medidas',
  'breach-reported-to-court': 'informar al juzgado que se incumplieron las medidas',
  'reevaluation-reported': 'presentar el informe periódico sobre las medidas',
  'urgent-measures-received-by-court': 'tener el cargo del juzgado por las medidas urgentes',
  'file-received-by-prosecutor': 'remitir el expediente a la fiscalía',
  'prosecutor-informed-of-arrest': 'informar la detención a la fiscalía',
  'detention-ended': 'resolver la detención',
  'victim-assistance-acknowledged': 'tener asumida la asistencia a víctimas y testigos',
  'investigation-start-received-by-court': 'tener el cargo del juzgado por el inicio de la investigación',
  'evidence-gathered': 'reunir las pruebas',
  'preliminary-investigation-ended': 'concluir la investigación preliminar',
  'forensic-report-delivered': 'entregar el informe forense',
  'preparatory-stage-ended': 'concluir la etapa preparatoria',
  'appeal-filed': 'apelar, si la persona lo decide',
  'appeal-granted': 'resolver si concede la apelación',
  'appeal-received-by-chamber': 'elevar la apelación a la sala',
  'appeal-opinion-given': 'tener el dictamen de la fiscalía',
  'appeal-heard': 'tener la audiencia de la apelación',
  'appeal-decided': 'tener resuelta la apelación',
  'first-level-done': 'dar el primer nivel de atención',
  'second-level-given': 'dar el segundo nivel de atención',
  'followed-up': 'hacer el seguimiento',
};

/** What a step is called; a milestone without a name stands for itself. */
export const stepName = (step: string): string => milestoneNames[step as Milestone] ?? step;

/** What is to be done, after "debe". */
export const duty = (step: string): string => duties[step as Milestone] ?? stepName(step).toLowerCase();
