import { projection } from '#projection';
import { type AssemblyEvents, assemblyEvents } from '../domain/assembly-events.js';

export interface AssemblyCard extends Omit<AssemblyEvents['AssemblyHeld'], 'country'> {
  readonly id: string;
  /** What it asked for and a board agreed to. */
  readonly agreements: readonly AssemblyEvents['AssemblyHeardByBoard'][];
}

/** Acts of assemblies by id. Lists: `all`, and `institution/<code>` of who wrote them, by day. */
export const assemblies = projection<AssemblyEvents, AssemblyCard>({
  name: 'assemblies',
  version: 1,
  events: assemblyEvents,
  key: ({ stream }) => stream.slice('assembly-'.length),
  empty: (id) => ({
    ...{ id, district: '', community: '', institution: '', on: '' },
    ...{ languages: [], attended: {}, agreements: [] },
  }),
  on: {
    AssemblyHeld: (card, { data: { country: _, ...act } }) => ({ ...card, ...act }),
    AssemblyHeardByBoard: (card, { data }) => ({ ...card, agreements: [...card.agreements, data] }),
  },
  index: ({ on, institution }) => [
    ['all', on],
    [`institution/${institution}`, on],
  ],
});
