/** Names of territories by official code: that of a place begins with that of the larger one it lies in. */
export type Places = ReadonlyMap<string, string>;

/** A text as people type it on a phone: without accents and case. */
export const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** `Acolla, Jauja`; `Jauja` of the province itself, or of its district of the same name; an unknown code as it is. */
export function placeName(places: Places, code: string): string {
  const name = places.get(code);
  if (name === undefined) return code;
  const around = code.length === 6 ? places.get(code.slice(0, 4)) : undefined;
  return around === undefined || around === name ? name : `${name}, ${around}`;
}

/** The codes of all places that have the name typed, with or without accents; of a code, that code. */
export function placesNamed(places: Places, typed: string): readonly string[] {
  const code = /^\d{2,6}(?!\d)/u.exec(typed.trim())?.[0];
  if (code !== undefined) return [code];
  const wanted = plain(typed);
  return [...places]
    .filter(([each, name]) => plain(name) === wanted || plain(placeName(places, each)) === wanted)
    .map(([each]) => each);
}

/**
 * The code of the district that was typed: a code, a code with its name behind it, or a name.
 * @param near a district: of several of one name, the only one in its province, or else in its department, is meant
 * @returns what was typed, where that names no district or leaves it open which
 */
export function districtNamed(places: Places, typed: string, near = ''): string {
  const named = placesNamed(places, typed).filter((code) => code.length === 6);
  for (const length of [4, 2, 0]) {
    const [only, ...others] = named.filter((code) => code.startsWith(near.slice(0, length)));
    if (only !== undefined && others.length === 0) return only;
  }
  return typed;
}
