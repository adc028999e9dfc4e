import { catalogueOf, formatDate, formatInstant } from '#service';
import { addDays, localDate } from '#terms';
import { speaker } from '../../pages/words.js';
import { jurisdiction } from '../../protocol/index.js';
import type { Bar, Judged, Remark } from '../domain/offering.js';

/** Why a service is not offered, and what to know of one that is. */
const words = catalogueOf({
  INACTIVE: 'Ya no atiende',
  TEMPORARILY_CLOSED: 'Cerrado por un tiempo',
  'TEMPORARILY_CLOSED.until': 'Cerrado hasta el {day}',
  CONCILIATION: 'Es un servicio de conciliación: la violencia no se concilia',
  TAKES_NO_REFERRALS: 'No recibe derivaciones',
  WRONG_SERVICE: 'No atiende este pedido',
  WRONG_AGE: 'No atiende esa edad',
  'WRONG_AGE.from': 'Atiende desde los {from} años',
  'WRONG_AGE.to': 'Atiende hasta los {to} años',
  'WRONG_AGE.both': 'Atiende de {from} a {to} años',
  WRONG_SEX: 'No atiende a personas de ese sexo',
  WRONG_TERRITORY: 'No atiende a personas de ese distrito',
  NO_CAPACITY: 'Sin cupos por ahora',
  OUT_OF_HOURS: 'Fuera de horario',
  CLOSED_NOW: 'Ahora está cerrado',
  opens: '{what}: abre {when}',
  today: 'hoy a las {time}',
  tomorrow: 'mañana a las {time}',
  later: 'el {day} a las {time}',
  CHECK_AGE: 'Confirme la edad antes de derivar',
  OTHER_LANGUAGE: 'No consta que atienda en esa lengua',
  OLD_CAPACITY: 'Sin cupos según un dato antiguo: llame antes',
  STALE: 'Datos sin confirmar hace tiempo',
});
const say = speaker(words);

/** `hoy a las 08:00`, `mañana a las 08:00`, `el lunes 16 de marzo a las 08:00`, on the clock of the country. */
export function opensWhen(opensAt: string, now: string, country: string): string {
  const { zone, locale } = jurisdiction(country);
  const time = formatInstant(opensAt, locale, zone, { hour: '2-digit', minute: '2-digit', hour12: false });
  const [day, today] = [localDate(opensAt, zone), localDate(now, zone)];
  if (day === today) return say('today', { time });
  if (day === addDays(today, 1)) return say('tomorrow', { time });
  return say('later', { time, day: formatDate(day, locale, { weekday: 'long', day: 'numeric', month: 'long' }) });
}

/** What a bar or a remark says of a service, to whoever looks for help at `now`. */
export function inWords(code: Bar | Remark, { organization, service, opening }: Judged, now: string): string {
  const { country } = organization;
  const { opensAt } = opening;
  const { statusUntil, eligibility } = service;
  if ((code === 'OUT_OF_HOURS' || code === 'CLOSED_NOW') && opensAt !== undefined) {
    return say('opens', { what: say(code), when: opensWhen(opensAt, now, country) });
  }
  if (code === 'TEMPORARILY_CLOSED' && statusUntil !== undefined) {
    return say('TEMPORARILY_CLOSED.until', { day: formatDate(statusUntil, jurisdiction(country).locale) });
  }
  return code === 'WRONG_AGE' ? agesInWords(eligibility) : say(code);
}

function agesInWords({ minimumAge: from, maximumAge: to }: Judged['service']['eligibility']): string {
  if (from !== undefined && to !== undefined) return say('WRONG_AGE.both', { from, to });
  if (from !== undefined) return say('WRONG_AGE.from', { from });
  return to === undefined ? say('WRONG_AGE') : say('WRONG_AGE.to', { to });
}
