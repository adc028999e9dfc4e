import type { VNode } from 'preact';
import { catalogueOf } from '#service';
import { speaker } from '../../pages/words.js';

const say = speaker(
  catalogueOf({
    title: 'Programas',
    reeducacion: 'Reeducación',
    'reeducacion.lead': 'Fichas, sesiones e informes al juzgado',
    masculinidades: 'Grupos de hombres',
    'masculinidades.lead': 'Reuniones y actividades públicas',
    fondos: 'Fondos de apoyo',
    'fondos.lead': 'Pedidos de pasajes y otros gastos para llegar a la atención',
    ayuda: 'Registrar una ayuda',
    'ayuda.lead': 'Lo que hizo una persona voluntaria de la defensoría o la ronda',
    comunidades: 'Comunidades',
    'comunidades.lead': 'Defensorías, rondas y sus redes',
    alertas: 'Alertas',
    'alertas.lead': 'De lugares y asuntos, nunca de personas',
  }),
);

const paths = {
  reeducacion: '/programas/reeducacion',
  masculinidades: '/programas/masculinidades',
  fondos: '/programas/fondos',
  ayuda: '/comunidades/ayuda',
  comunidades: '/comunidades',
  alertas: '/alertas',
} as const;

export type Way = keyof typeof paths;

/** The programmes somebody takes part in, each with what is found there. */
export const ProgrammesPage = ({ ways }: { readonly ways: readonly Way[] }): VNode => (
  <>
    <h1>{say('title')}</h1>
    <ul class="rows">
      {ways.map((way) => (
        <li key={way}>
          <a class="row" href={paths[way]}>
            <b>{say(way)}</b>
            <span>{say(`${way}.lead`)}</span>
          </a>
        </li>
      ))}
    </ul>
  </>
);
