import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventMap } from '#decider';
import type { FactCatalogue } from '#publishing';
import { deciders, eventProjections, factProjections, publications } from '../../src/capabilities.js';
import { agreementFacts } from '../../src/boards/published/agreement-facts.js';
import { boardFacts } from '../../src/boards/published/facts.js';
import { planFacts } from '../../src/boards/published/plan-facts.js';
import { sessionFacts } from '../../src/boards/published/session-facts.js';
import { caseFacts } from '../../src/cases/published/facts.js';
import { personFacts } from '../../src/cases/published/person-facts.js';
import { directoryFacts } from '../../src/directory/published/facts.js';
import { registerFactCatalogues } from '../../src/programmes/published/register-facts.js';
import { referralFacts } from '../../src/referrals/published/facts.js';
import { editionFacts } from '../../src/report/published/edition-facts.js';
import { requestFacts, subjectFacts } from '../../src/rights/published/facts.js';
import { communityFactCatalogues } from './community-examples.js';
import { reeducationFactCatalogues } from './reeducation-examples.js';
import { Archive, entryOf, factOf, folders, type Golden, nameOf, record } from './golden.js';
import { folded } from './recorded.js';

const archive = new Archive(import.meta.dirname);
if (process.env['CHASKI_RECORD'] === '1') record(archive);

const goldens = archive.names('events').map((name) => [name, archive.read('events', name)] as const);

/** The examples there must be: every type in the schema it is written with now. */
const today = deciders.flatMap(({ events }) => events.types.map((type) => nameOf(type, events.schema(type))));

/** The decider that reads a golden event. */
function deciderOf({ type }: Golden) {
  const decider = deciders.find(({ events }) => events.has(type));
  if (decider === undefined) throw new Error(`nobody reads ${type}`);
  return decider;
}

describe('what was recorded once', () => {
  it('is what the manifest says, file by file', () => {
    const files = folders.flatMap((folder) => archive.names(folder).map((name) => `${folder}/${name}`));
    expect(files.map((path) => `${archive.digest(path)}  ${path}`).sort()).toEqual(
      [...archive.manifest()].map(([path, digest]) => `${digest}  ${path}`).sort(),
    );
  });

  it('has an example of every event type as it is written today', () => {
    expect(today.filter((name) => !archive.names('events').includes(name))).toEqual([]);
  });

  it('has an example of every fact', () => {
    const told = new Set(archive.names('facts').map((name) => archive.read('facts', name).type));
    expect([...told].sort()).toEqual(publications.flatMap(({ facts }) => facts).sort());
  });

  it.each(goldens)('%s is read in today’s shape, and means something', (_name, golden) => {
    const { events, initial, evolve } = deciderOf(golden);
    const event = events.decode(golden.type, golden.schema, golden.data);
    expect(event.type).toBe(golden.type);
    expect(() => evolve(initial, event)).not.toThrow();
  });

  it.each(deciders.map((decider) => [decider.category, decider] as const))(
    'a whole %s replays from examples of every age',
    (_category, { events, initial, evolve }) => {
      for (const age of ['oldest', 'newest'] as const) {
        const ofEach = events.types.map((type) => {
          const all = goldens.filter(([, golden]) => golden.type === type).sort(([, a], [, b]) => a.schema - b.schema);
          const [, golden] = (age === 'oldest' ? all.at(0) : all.at(-1)) ?? [];
          if (golden === undefined) throw new Error(`no example of ${type}`);
          return events.decode(type, golden.schema, golden.data);
        });
        expect(ofEach.reduce((state, event) => evolve(state, event), initial)).not.toEqual(initial);
      }
    },
  );

  it.each(goldens)('%s is folded by every view that listens to it', (_name, golden) => {
    const entry = entryOf(golden);
    for (const projection of eventProjections) expect(() => folded(projection, [entry])).not.toThrow();
  });

  it.each(goldens)('%s is told as it was told', (name, golden) => {
    const was = archive.names('facts').includes(name) ? archive.read('facts', name) : undefined;
    expect(factOf(golden)).toEqual(was);
  });

  it.each(archive.names('facts').map((name) => [name, archive.read('facts', name)] as const))(
    'the fact of %s is read by whoever is told',
    (_name, fact) => {
      const told: readonly Pick<FactCatalogue<EventMap>, 'has' | 'decode'>[] = [caseFacts, personFacts, referralFacts, directoryFacts, boardFacts, sessionFacts, agreementFacts, planFacts, editionFacts, ...registerFactCatalogues, ...communityFactCatalogues, ...reeducationFactCatalogues, requestFacts,
        subjectFacts];
      const catalogue = told.find(({ has }) => has(fact.type));
      expect(catalogue?.decode(fact.type, fact.schema, fact.data)).toEqual({ type: fact.type, data: fact.data });
      for (const projection of factProjections) expect(() => folded(projection, [entryOf(fact)])).not.toThrow();
    },
  );
});

describe('recording', () => {
  it('adds what is missing, once, and leaves alone what is there', () => {
    const directory = mkdtempSync(join(tmpdir(), 'chaski-history-'));
    try {
      const fresh = new Archive(directory);
      record(fresh);
      expect([...fresh.names('events')].sort()).toEqual([...today].sort());
      const [name = ''] = fresh.names('events');
      const path = join(directory, 'events', name);
      writeFileSync(path, readFileSync(path, 'utf8').replace('"demo-01"', '"demo-02"'));
      const changed = fresh.digest(`events/${name}`);
      expect(record(fresh)).toEqual([]);
      expect(fresh.digest(`events/${name}`)).toBe(changed);
      expect(fresh.manifest().get(`events/${name}`)).not.toBe(changed);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
