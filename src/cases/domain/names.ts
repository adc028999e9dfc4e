/**
 * Names as they sound, so that one person written down twice is found again: by Spanish ears, and for Quechua and Aymara
 * names whose spelling was never one. Nothing here keeps or compares names in the clear: what it makes goes into a keyed
 * digest.
 */

/** Words that join names, and come and go. */
const particles: ReadonlySet<string> = new Set([
  'DE',
  'DEL',
  'LA',
  'LAS',
  'LOS',
  'EL',
  'Y',
  'DA',
  'DO',
  'VDA',
  'VIUDA',
]);

/**
 * In this order. Quechua and Aymara write a sound as `k`, `q`, `kh`, `k'` where Spanish writes `c`, `qu`, `cc`; `w` where it
 * writes `hu`, `gu`, `u`; `sh` for `x` and `s`; and hear `e` as `i`, `o` as `u`.
 */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/Ñ/g, '9'],
  [/LL/g, '8'],
  // After a nasal Quechua hears no difference: Tambo is Tampu, Condori is Kunturi.
  [/ND/g, 'NT'],
  [/MB/g, 'MP'],
  [/PH|F/g, 'F'],
  [/CH/g, '7'],
  [/SH|X/g, 'S'],
  [/[CSZ]+(?=[EI])/g, 'S'],
  [/Z/g, 'S'],
  [/G(?=[EI])|J/g, 'H'],
  [/QU(?=[EIAO])|[KQC]H?|CC/g, 'K'],
  [/GU(?=[AEIO])|HU(?=[AEIO])|GÜ|W/g, 'W'],
  [/G/g, 'K'],
  [/B|V/g, 'W'],
  [/H/g, ''],
  [/Y|LL|8/g, 'Y'],
  [/E|I|Y(?![AEIOU])/g, 'I'],
  [/O|U/g, 'U'],
  [/(.)\1+/g, '$1'],
  // A `w` between vowels and at the start is a `u`.
  [/U(?=[AI])/g, 'W'],
];

/** The words of a name: capitals without marks, without particles; `ñ` is a letter of its own. */
export const wordsOf = (name: string): readonly string[] =>
  name
    .toUpperCase()
    .replaceAll('Ñ', '\u0001')
    .normalize('NFD')
    .replaceAll('N\u0303', '\u0001')
    .replace(/\p{M}|['’`´ʼ]/gu, '')
    .replaceAll('\u0001', 'Ñ')
    .split(/[^A-ZÑ]+/)
    .filter((word) => word.length > 1 && !particles.has(word));

/** How a word sounds: spellings that sound alike give the same key. */
export function soundOf(word: string): string {
  return sounds.reduce((text, [from, to]) => text.replace(from, to), word);
}

/** Everything one letter dropped makes of a key, and the key: two keys one slip apart have one of these in common. */
export function slipsOf(key: string): readonly string[] {
  const all = new Set([key]);
  for (let at = 0; at < key.length; at += 1) all.add(key.slice(0, at) + key.slice(at + 1));
  return [...all];
}

/** What is known of who somebody is, for looking whether she is here already. */
export interface Known {
  readonly name?: string | undefined;
  readonly documentId?: string | undefined;
  readonly phone?: string | undefined;
  /** Where only an age is known, two years are possible. */
  readonly years?: readonly number[];
}

export type Strength = 'document' | 'phone' | 'name';

/** Something two records of one person have in common, before it is put under a key. */
export interface Trait {
  readonly kind: Strength;
  readonly text: string;
}

const mostWords = 5;

/** What a record is found under. */
export function traitsOf({ name = '', documentId = '', phone = '', years = [] }: Known): readonly Trait[] {
  const document = documentId.toUpperCase().replace(/[^A-Z0-9]/g, '');
  // With or without the code of the country.
  const number = phone.replace(/\D/g, '').slice(-9);
  const keys = [...new Set(wordsOf(name).map(soundOf))].filter((key) => key !== '').sort();
  const texts = namesTogether(keys.slice(0, mostWords), years);
  return [
    ...(document.length < 5 ? [] : [{ kind: 'document', text: document } as const]),
    ...(number.length < 7 ? [] : [{ kind: 'phone', text: number } as const]),
    ...[...new Set(texts)].map((text) => ({ kind: 'name', text }) as const),
  ];
}

/**
 * Names are only ever taken together, in whatever order: one name alone, or with nothing but a year, would tell too much and
 * find too many. Two with a year of birth; three without; where no more than three are known, each with a slip.
 */
function namesTogether(keys: readonly string[], years: readonly number[]): readonly string[] {
  const pairs = subsets(keys, 2);
  const slipping = keys.length === 2 ? pairs : keys.length === 3 ? [keys] : [];
  const slips = slipping.flatMap((set) =>
    set.flatMap((key, at) =>
      slipsOf(key).map((slip) => set.map((each, n) => (n === at ? `~${slip}` : each)).join('|')),
    ),
  );
  const dated =
    keys.length === 2 ? [...pairs.map((pair) => pair.join('|')), ...slips] : pairs.map((pair) => pair.join('|'));
  return [
    ...dated.flatMap((text) => years.map((year) => `${text}|${year}`)),
    ...subsets(keys, 3).map((set) => set.join('|')),
    ...(keys.length === 3 ? slips : []),
    // Two names are all there is: with no year either, they have to do.
    ...(keys.length === 2 && years.length === 0 ? pairs.map((pair) => pair.join('|')) : []),
  ];
}

function subsets(keys: readonly string[], size: number): readonly (readonly string[])[] {
  if (size === 0) return [[]];
  return keys.flatMap((key, at) => subsets(keys.slice(at + 1), size - 1).map((rest) => [key, ...rest]));
}
