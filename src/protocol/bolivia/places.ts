/**
 * Names of departments, provinces and municipalities by their code of two, four and six digits: those where there is a
 * board. Source: codes of the national statistics office (INE). `verified: false`
 */
export const boliviaPlaces: ReadonlyMap<string, string> = new Map([
  ['02', 'La Paz'],
  ['0201', 'Murillo'],
  ['020101', 'La Paz'],
  ['020105', 'El Alto'],
]);
