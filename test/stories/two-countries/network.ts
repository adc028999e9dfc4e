import { elAlto } from '../../../src/demo/boards/el-alto.js';
import { founding } from '../../../src/demo/founding.js';
import { send } from '../../../src/platform.js';
import { jurisdiction } from '../../../src/protocol/index.js';
import { Caller, type House, house } from '../../acceptance/house.js';

/** The actors of El Alto, by where they work. */
export const there = {
  felcv: 'demo-bo-020105-felcv-01',
  slim: 'demo-bo-020105-slim-01',
  fiscalia: 'demo-bo-020105-fiscalia-01',
  juzgado: 'demo-bo-020105-juzgado-01',
} as const;

export const organization = (suffix: string): string => `bo-020105-${suffix}`;

/** A house in Lima with the network of El Alto beside it, as the demo founds it. */
export async function twoCountries(): Promise<House> {
  const both = await house();
  const at = Date.parse(both.clock.now());
  for (const { category, id, command, commandId, actor } of founding(elAlto, 1, at, '2026-03-09')) {
    await send(both.platform, category, { id, command, commandId, actor });
  }
  const coordinator = new Caller(both.app, 'demo-coordinacion-bo');
  const seen = await coordinator.get('/api/hsds/organizations', { 'consistent-with': await both.head() });
  expect(seen.statusCode).toBe(200);
  return both;
}

/** Words of one country's lists that are none of the other's. */
export function wordsOnlyIn(country: 'PE' | 'BO'): readonly string[] {
  const wordsOf = (id: string): readonly string[] =>
    Object.values(jurisdiction(id).codes).flatMap((list) => list.entries.map(({ label_es }) => label_es));
  const others = wordsOf(country === 'PE' ? 'BO' : 'PE').join('\n');
  return wordsOf(country).filter((word) => word.length > 6 && !others.includes(word));
}

/** The rules of the clocks of a case. */
export async function rulesOf(who: Caller, id: string, consistentWith: string): Promise<readonly string[]> {
  const answer = await who.get(`/api/cases/${id}`, { 'consistent-with': consistentWith });
  return answer.json<{ clocks: readonly { rule: string }[] }>().clocks.map(({ rule }) => rule);
}
