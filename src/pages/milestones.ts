import { catalogueOf } from '#service';
import { speaker } from './words.js';

const words = catalogueOf({
  'complaint-received': 'Recibir la denuncia',
  'report-received-by-court': 'Informe recibido por el juzgado',
  'measures-issued': 'Medidas de protección',
  'measures-notified-to-executor': 'Notificar las medidas a quien las ejecuta',
  'execution-reported-to-court': 'Informar la ejecución al juzgado',
  'resolution-notified': 'Notificar la resolución',
  'appeal-filed': 'Apelación',
  'appeal-granted': 'Conceder la apelación',
  'appeal-received-by-chamber': 'Elevar la apelación a la sala',
  'appeal-opinion-given': 'Dictamen de la fiscalía',
  'appeal-heard': 'Audiencia de la apelación',
  'appeal-decided': 'Resolver la apelación',
  'complaint-registered': 'Registrar la denuncia',
  'risk-assessed': 'Valorar el riesgo',
  'measures-executed': 'Ejecutar las medidas',
  'measures-tracked': 'Hacer seguimiento a las medidas',
  'victim-notified': 'Notificar a la persona',
  'accused-notified': 'Notificar a la persona denunciada',
  'breach-reported-to-court': 'Informar el incumplimiento al juzgado',
  'reevaluation-reported': 'Informar la nueva valoración',
  'file-received-by-prosecutor': 'Remitir lo actuado a la fiscalía',
  'prosecutor-informed-of-arrest': 'Informar la detención a la fiscalía',
  'detention-ended': 'Resolver la detención',
  'victim-assistance-acknowledged': 'Responder al pedido de asistencia',
  'first-level-done': 'Primer nivel de atención',
  'second-level-given': 'Segundo nivel de atención',
  'followed-up': 'Seguimiento del caso',
  'referral-sent': 'Enviar la derivación',
  'referral-acknowledged': 'Responder a la derivación',
  'referral-answered': 'Decir si la acepta',
  'referral-attended': 'Dar la primera atención',
  'referral-reported-back': 'Responder a quien derivó',
  'referral-reviewed': 'Leer la respuesta y decidir qué sigue',
  'referral-resumed': 'Retomar lo que está en espera',
  'appointment-recorded': 'Registrar qué pasó en la cita',
  'person-contacted': 'Hablar con la persona',
  'cancellation-confirmed': 'Confirmar la anulación',
});

const name = speaker(words);

/** The step a clock waits for, in words. */
export const milestone = (stop: string): string => (words.has(stop) ? name(stop) : stop);
