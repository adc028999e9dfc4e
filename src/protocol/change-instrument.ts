import type { LocalDate } from '#terms';

/** A question of a measure; `reverse`: full agreement counts nothing instead of most. */
export interface ChangeItem {
  readonly key: string;
  readonly text_es: string;
  readonly reverse?: boolean;
}

/** A questionnaire asked before and after: data, never edited once used. More points: more favourable. */
export interface ChangeInstrument {
  readonly code: string;
  readonly version: number;
  readonly title_es: string;
  readonly validFrom: LocalDate;
  readonly validTo?: LocalDate;
  readonly items: readonly ChangeItem[];
  /** What may be answered to each, from 0 on. */
  readonly scale_es: readonly string[];
  /** A change counts as favourable from so many points on. */
  readonly favourableFrom: number;
  readonly source: string;
  /** False: neither the items nor the limit were validated. */
  readonly verified: boolean;
}

const nonViolence: ChangeInstrument = {
  code: 'MEN-NON-VIOLENCE',
  version: 1,
  title_es: 'Compromiso con la no violencia',
  validFrom: '2015-11-24',
  items: [
    { key: 'money', text_es: 'En mi casa decidimos juntos en qué se gasta el dinero.' },
    { key: 'chores', text_es: 'Cocino, lavo o cuido a los hijos tanto como mi pareja.' },
    { key: 'outings', text_es: 'Mi pareja debe pedirme permiso para salir.', reverse: true },
    { key: 'anger', text_es: 'Cuando me enojo, me aparto hasta calmarme.' },
    { key: 'blame', text_es: 'A veces una mujer se busca que le peguen.', reverse: true },
    { key: 'secret', text_es: 'La violencia en una pareja es asunto de ellos dos.', reverse: true },
    { key: 'refusal', text_es: 'Mi pareja puede negarse a tener relaciones cuando no quiere.' },
    { key: 'friends', text_es: 'Si un amigo maltrata a su pareja, se lo digo.' },
  ],
  scale_es: ['Nada de acuerdo', 'Poco de acuerdo', 'Bastante de acuerdo', 'Muy de acuerdo'],
  favourableFrom: 4,
  source: 'Items of this project, in plain words. Neither they nor the limit were validated with men.',
  verified: false,
};

export const changeInstruments: readonly ChangeInstrument[] = [nonViolence];

/** The instrument to begin with on a day; undefined where none is in force. */
export const changeInstrumentOn = (day: LocalDate): ChangeInstrument | undefined =>
  changeInstruments.find(({ validFrom, validTo = day }) => validFrom <= day && day <= validTo);

/** The instrument somebody was measured with before. */
export const changeInstrument = (code: string, version: number): ChangeInstrument | undefined =>
  changeInstruments.find((each) => each.code === code && each.version === version);

/**
 * The points of a filled-in measure: whole, from 0.
 * @param answers item → place in the scale, from 0; every item
 * @throws RangeError an item is missing, unknown, or answered with what the scale does not have
 */
export function changeScore(instrument: ChangeInstrument, answers: Readonly<Record<string, number>>): number {
  const { items, scale_es } = instrument;
  const most = scale_es.length - 1;
  if (Object.keys(answers).length !== items.length) throw new RangeError('not the items of this instrument');
  return items.reduce((sum, { key, reverse = false }) => {
    const answer = answers[key] ?? -1;
    if (!Number.isInteger(answer) || answer < 0 || answer > most) throw new RangeError(`not an answer to ${key}`);
    return sum + (reverse ? most - answer : answer);
  }, 0);
}

/** What became of somebody between two measures with the same instrument, in points. */
export function changeBetween(
  { favourableFrom }: ChangeInstrument,
  before: number,
  after: number,
): { readonly change: number; readonly favourable: boolean } {
  const change = after - before;
  return { change, favourable: change >= favourableFrom };
}
