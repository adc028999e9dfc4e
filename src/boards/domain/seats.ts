import { Refusal } from '#decider';
import type { BoardLevel } from './events.js';

/** A seat of a statutory board. Codes stay; names may change. */
export interface Seat {
  readonly code: string;
  readonly label_es: string;
  /** How many organisations it is for; left out where the norm's text gives no number. */
  readonly max?: number;
}

/** Who sits on a statutory board of a level, by which norm. */
export interface SeatList {
  readonly country: string;
  readonly level: BoardLevel;
  /** First day it is applied from here. */
  readonly validFrom: string;
  readonly seats: readonly Seat[];
  /** The seat that presides; its holder may not send somebody else to preside. */
  readonly presides: string;
  readonly norm: string;
  readonly legalRef: string;
  readonly source: string;
  /** Whether it was checked against the official text. */
  readonly verified: boolean;
}

const seat = (code: string, label_es: string, max?: number): Seat =>
  max === undefined ? { code, label_es } : { code, label_es, max };

const regulation = 'DS 009-2016-MIMP, Reglamento de la Ley 30364';
const peru = { country: 'PE', validFrom: '2016-07-28', norm: regulation, verified: false } as const;

const police = seat('POLICE', 'Policía Nacional', 1);
const judiciary = seat('JUDICIARY', 'Poder Judicial', 1);
const prosecution = seat('PUBLIC_MINISTRY', 'Ministerio Público', 1);
const centre = seat('CEM', 'Centro Emergencia Mujer', 1);
const indigenous = seat('INDIGENOUS', 'Organizaciones de pueblos indígenas u originarios', 2);
const civil = seat('CIVIL_SOCIETY', 'Organizaciones de la sociedad civil sobre el tema', 2);

/** Bolivia has boards of this kind, but no list of seats by law was found: they are voluntary here. */
const seatLists: readonly SeatList[] = [
  {
    ...peru,
    level: 'district',
    legalRef: 'Ley 30364, art. 39',
    source: 'gob.pe/73718, composición de la Instancia Distrital de Concertación',
    presides: 'MUNICIPALITY',
    seats: [
      seat('MUNICIPALITY', 'Municipalidad distrital', 1),
      seat('GOVERNMENT', 'Subprefectura distrital', 1),
      police,
      seat('POPULATED_CENTRES', 'Municipalidades de centros poblados menores', 2),
      seat('RONDAS', 'Rondas campesinas o urbanas', 1),
      seat('COMMUNITIES', 'Comunidades campesinas o nativas', 1),
      seat('SELF_DEFENCE', 'Comités de autodefensa', 1),
      seat('COMMUNAL', 'Organizaciones comunales', 2),
      centre,
      civil,
      judiciary,
      prosecution,
      seat('HEALTH', 'Establecimientos públicos de salud', 1),
      seat('SCHOOLS', 'Centros educativos', 1),
      indigenous,
    ],
  },
  {
    ...peru,
    level: 'provincial',
    legalRef: 'Ley 30364, art. 38',
    source: 'Nota sobre las instancias provinciales de Ayacucho, 2020',
    presides: 'MUNICIPALITY',
    seats: [
      seat('MUNICIPALITY', 'Municipalidad provincial', 1),
      seat('GOVERNMENT', 'Subprefectura provincial', 1),
      police,
      prosecution,
      judiciary,
      centre,
      seat('EDUCATION', 'Unidad de Gestión Educativa Local', 1),
      seat('HEALTH', 'Autoridad de salud', 1),
      seat('OTHER', 'Otras organizaciones'),
    ],
  },
  {
    ...peru,
    level: 'regional',
    legalRef: 'Ley 30364, art. 37',
    source: 'Sin fuente consultada: conocimiento general del reglamento',
    presides: 'REGIONAL_GOVERNMENT',
    seats: [
      seat('REGIONAL_GOVERNMENT', 'Gobierno regional', 1),
      seat('GOVERNMENT', 'Prefectura regional', 1),
      police,
      prosecution,
      judiciary,
      centre,
      seat('EDUCATION', 'Dirección Regional de Educación', 1),
      seat('HEALTH', 'Dirección Regional de Salud', 1),
      seat('MUNICIPALITIES', 'Municipalidades provinciales', 3),
      indigenous,
      civil,
    ],
  },
];

/** The seats by law of a level; undefined where none are known. */
export const seatListOf = (country: string, level: BoardLevel): SeatList | undefined =>
  seatLists.find((list) => list.country === country && list.level === level);

/** @throws Refusal `board/no-seat-list` a norm demands such a board, but its seats are not known here */
export function seatsByLaw(country: string, level: BoardLevel): SeatList {
  const list = seatListOf(country, level);
  if (list === undefined) {
    throw new Refusal('board/no-seat-list', 'no seats by law are known for that country and level', 'invalid');
  }
  return list;
}

/**
 * Refuses a seat the law does not have, or has no room for.
 * @param taken the seats of those who sit there already
 * @throws Refusal `board/seat-not-in-law`, `board/seats-full`: with the norm, and that it is yet to be checked
 */
export function refuseSeatBeyondLaw(list: SeatList, code: string, taken: readonly string[]): void {
  const byNorm = `${list.norm}, ${list.legalRef}; verified: ${list.verified}`;
  const found = list.seats.find((each) => each.code === code);
  if (found === undefined)
    throw new Refusal('board/seat-not-in-law', `the norm has no such seat (${byNorm})`, 'invalid');
  if (found.max !== undefined && taken.filter((each) => each === code).length >= found.max) {
    throw new Refusal('board/seats-full', `the norm gives this seat to ${found.max} (${byNorm})`);
  }
}
