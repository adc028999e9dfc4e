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
  'referral-sent': 'Enviar la derivación',
  'referral-acknowledged': 'Responder a la derivación',
});

const name = speaker(words);

/** The step a clock waits for, in words. */
export const milestone = (stop: string): string => (words.has(stop) ? name(stop) : stop);
