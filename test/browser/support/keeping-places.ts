import { at, cem, newCase, police } from '../../acceptance/house.js';
import type { Place } from './places.js';
import { administrator, chief, coordinator, doing, type Stage } from './stage.js';

/** Nobody listens there; only a demonstration sends to this machine. */
const deaf = 'http://127.0.0.1:9/entradas';

/** What is kept up beside the cases: the directory, lists to import, subscriptions, records of two institutions. */
export async function keepingPlaces(stage: Stage): Promise<readonly Place[]> {
  const post = doing(stage);
  await post(administrator, '/api/webhooks', { url: deaf });
  const identity = { name: 'Persona con dos registros', documentId: '00000002', birthYear: 1991 };
  for (const who of [at.police, at.cem]) await post(who, '/api/cases', { ...newCase, identity });
  return [
    { name: 'directory', actor: at.police, path: '/directorio' },
    { name: 'directory-sought', actor: coordinator, path: '/directorio?buscar=salud&abierto=si' },
    { name: 'directory-own', actor: at.cem, path: `/directorio/${cem}` },
    { name: 'directory-other', actor: at.cem, path: `/directorio/${police}` },
    { name: 'import', actor: coordinator, path: '/importar' },
    { name: 'subscriptions', actor: administrator, path: '/suscripciones' },
    { name: 'subscriptions-none', actor: coordinator, path: '/suscripciones' },
    { name: 'pairs', actor: coordinator, path: '/casos/personas' },
    { name: 'today-chief', actor: chief, path: '/' },
    { name: 'cases-chief', actor: chief, path: '/casos' },
  ];
}
