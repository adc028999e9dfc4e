import { catalogueOf } from '#service';
import { speaker } from '../../pages/words.js';

/** What the page of subscriptions says. */
const words = catalogueOf({
  'webhooks.title': 'Envíos a otros sistemas',
  'webhooks.lead':
    'Sistemas de su institución que reciben los hechos de sus derivaciones: códigos y fechas, sin datos personales.',
  'webhooks.none': 'Ningún sistema de su institución recibe hechos.',
  'webhooks.state': 'Estado',
  'webhooks.since': 'Registrado',
  'webhooks.lastTaken': 'Última entrega',
  'webhooks.never': 'Ninguna todavía',
  'webhooks.taken': 'Entregados',
  'webhooks.waiting': 'En espera',
  'webhooks.dead': 'No entregados',
  'webhooks.lastTry': 'Último intento fallido',
  'webhooks.why': '{at}: {why}',
  'webhooks.deadTitle': 'Hechos no entregados',
  'webhooks.more': 'Solo se muestran los primeros.',
  'webhooks.letter': 'Hecho',
  'webhooks.subject': 'De qué',
  'webhooks.reason': 'Por qué',
  'status.active': 'Activo',
  'status.paused.ASKED': 'En pausa, a pedido',
  'status.paused.GONE': 'En pausa: el sistema respondió que ya no recibe',
  'status.ended': 'Terminado',
  'why.timeout': 'no respondió a tiempo',
  'why.no-connection': 'no se pudo conectar',
  'why.host-not-allowed': 'el servidor no está autorizado',
  'why.host-unknown': 'no se encuentra el servidor',
  'why.address-refused': 'el servidor no es público',
  'why.status': 'respondió {status}',
});

export const say = speaker(words);

/** Why a try was in vain, in words. */
export function why(code: string): string {
  const status = /^status-(\d+)$/.exec(code)?.[1];
  if (status !== undefined) return say('why.status', { status });
  const word = `why.${code}`;
  return words.has(word) ? say(word) : code;
}
