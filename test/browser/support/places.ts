import { at, cem, health, serviceOf } from '../../acceptance/house.js';
import { boardPlaces } from './board-places.js';
import { communityPlaces } from './community-places.js';
import { keepingPlaces } from './keeping-places.js';
import { overseeingPlaces } from './overseeing-places.js';
import { programmePlaces } from './programme-places.js';
import { registerPlaces } from './register-places.js';
import { coordinator, type Stage } from './stage.js';

/** A page and who looks at it. */
export interface Place {
  readonly name: string;
  readonly actor?: string;
  readonly path: string;
  /** What it is answered with, if not 200. */
  readonly status?: number;
  /** It shows codes as such: of demonstration persons, of an answer that went wrong. */
  readonly coded?: true;
}

/** The last step of the referral form for a case, without its key. */
export const checkCard = (caseId: string): string =>
  `/derivar?caso=${caseId}&institucion=${cem}&servicio=${serviceOf(cem, 'PSYCHOLOGY')}`;

/** The form that hands a referral on to the health centre. */
const onward = (id: string): string =>
  `/derivaciones/${id}/otro-servicio?institucion=${health}&servicio=${serviceOf(health, 'HEALTH')}`;

/** The pages of whoever attends, each as somebody it has something for. */
export const places = ({
  caseId,
  referralId,
  waiting,
  bundle,
  declined,
  scheduled,
  month,
}: Stage): readonly Place[] => [
  { name: 'enter', path: '/entrar', coded: true },
  { name: 'today', actor: at.police, path: '/' },
  { name: 'today-receiver', actor: at.cem, path: '/' },
  { name: 'cases', actor: at.police, path: '/casos' },
  { name: 'new-case', actor: at.police, path: '/casos/nuevo' },
  { name: 'case', actor: at.police, path: `/casos/${caseId}` },
  { name: 'case-named', actor: at.police, path: `/casos/${caseId}?mostrar=nombre` },
  { name: 'case-located', actor: at.police, path: `/casos/${caseId}?mostrar=domicilio` },
  { name: 'case-sheltered', actor: at.police, path: `/casos/${caseId}?mostrar=hogar` },
  { name: 'refer-1-case', actor: at.police, path: '/derivar' },
  { name: 'refer-2-destination', actor: at.police, path: `/derivar?caso=${caseId}` },
  { name: 'refer-3-check', actor: at.police, path: checkCard(caseId) },
  { name: 'referrals', actor: at.police, path: '/derivaciones?caja=enviadas' },
  { name: 'referral-sent', actor: at.police, path: `/derivaciones/${waiting}?aviso=enviada` },
  { name: 'referral-to-answer', actor: at.cem, path: `/derivaciones/${waiting}` },
  { name: 'referral-to-attend', actor: at.cem, path: `/derivaciones/${referralId}` },
  { name: 'referral-declined', actor: at.police, path: `/derivaciones/${declined}` },
  { name: 'referral-scheduled', actor: at.cem, path: `/derivaciones/${scheduled}` },
  { name: 'referral-onward-1-choose', actor: at.police, path: `/derivaciones/${declined}/otro-servicio` },
  { name: 'referral-onward-2-check', actor: at.police, path: onward(declined) },
  { name: 'referrals-received', actor: at.cem, path: '/derivaciones' },
  { name: 'referrals-together', actor: at.police, path: `/derivaciones/conjunto/${bundle}` },
  { name: 'referrals-stuck', actor: at.cem, path: '/derivaciones/detenidas' },
  { name: 'risk-assessment', actor: at.police, path: `/casos/${caseId}/valoracion` },
  { name: 'board-month', actor: coordinator, path: month },
  {
    name: 'not-there',
    actor: at.police,
    path: '/casos/01900000-0000-7000-8000-000000000000',
    status: 404,
    coded: true,
  },
];

/** Every page there is: puts something on the stage for each. The first moves the clock, which emergencies run out by. */
export async function everyPlace(stage: Stage): Promise<readonly Place[]> {
  const found = [...places(stage)];
  const further = [programmePlaces, boardPlaces, registerPlaces, communityPlaces, overseeingPlaces, keepingPlaces];
  for (const prepare of further) found.push(...(await prepare(stage)));
  return found;
}
