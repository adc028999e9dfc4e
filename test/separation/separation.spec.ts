import { projection, merged } from '#projection';
import { eventProjections, factProjections } from '../../src/capabilities.js';
import { caseEvents } from '../../src/cases/domain/events.js';
import { enrolmentEvents } from '../../src/programmes/domain/enrolment-events.js';
import {
  answersOf,
  type Couple,
  couple,
  documentsOf,
  exportsOf,
  headersOf,
  hooksOf,
  keysOf,
  recordOf,
  searchesOf,
} from './couple.js';
import { joins, spoke } from './joins.js';

/**
 * Her case and his file in a programme are of one couple, and nothing in the system says so: no event, fact, document,
 * list, answer, search, export or notice holds a word of both. Whoever works at the centre must not find her by him.
 */
describe('the case of a victim and the file of an aggressor', () => {
  let at: Couple;
  beforeAll(async () => {
    at = await couple();
  }, 60_000);
  afterAll(() => at.close());

  it('are joined by no event of the record, no fact, and no record of who read what', async () => {
    const found = await recordOf(at.platform);
    expect(joins(found, at.sides)).toEqual([]);
    expect(Math.min(...Object.values(spoke(found, at.sides)))).toBeGreaterThan(3);
  });

  it('share no actor, command, cause or fingerprint, and no key', async () => {
    for (const { victim, aggressor } of [await headersOf(at.platform, at.sides), await keysOf(at.platform, at.sides)]) {
      expect(Math.min(victim.size, aggressor.size)).toBeGreaterThan(0);
      expect([...victim].filter((value) => aggressor.has(value) && value !== 'chaski')).toEqual([]);
    }
  });

  it('are joined by no document and no list of any projection', async () => {
    const found = [
      ...(await documentsOf(at.platform.log, eventProjections)),
      ...(await documentsOf(at.platform.facts, factProjections)),
    ];
    expect(joins(found, at.sides)).toEqual([]);
    expect(Math.min(...Object.values(spoke(found, at.sides)))).toBeGreaterThan(3);
  });

  it('are joined by no answer to anybody, whatever is asked', async () => {
    const { routes, found } = await answersOf(at, at.sides);
    expect(routes.length).toBeGreaterThan(50);
    expect(joins(found, at.sides)).toEqual([]);
    expect(Math.min(...Object.values(spoke(found, at.sides)))).toBeGreaterThan(3);
  }, 240_000);

  it('are joined by no webhook, and nothing of his file is sent by any', async () => {
    const found = await hooksOf(at.platform);
    expect(joins(found, at.sides)).toEqual([]);
    const { victim, aggressor } = spoke(found, at.sides);
    expect([victim > 0, aggressor]).toEqual([true, 0]);
  });

  it('are joined by no search, no export and no notice', async () => {
    const notices = at.notices.map((notice, nth) => ({ at: `notice ${nth}`, says: JSON.stringify(notice) }));
    const found = [...(await searchesOf(at)), ...(await exportsOf(at.platform)), ...notices];
    expect(joins(found, at.sides)).toEqual([]);
    expect(found.length).toBeGreaterThan(10);
  });

  it('would be found out: by a view that folds both', async () => {
    const planted = projection({
      name: 'planted',
      version: 1,
      events: merged(caseEvents, enrolmentEvents),
      key: ({ data }) => ('district' in data ? data.district : undefined),
      empty: () => ({ seen: [] as readonly string[] }),
      on: {
        CaseOpened: ({ seen }, { data }) => ({ seen: [...seen, data.person] }),
        EnrolmentOpened: ({ seen }, { data }) => ({ seen: [...seen, data.subject] }),
      },
    });
    const found = await documentsOf(at.platform.log, [planted]);
    expect(joins(found, at.sides)).toEqual(['document 150112 of planted']);
  });

  it('would be found out: by somebody who writes the code of her case into his file', async () => {
    const [, code = ''] = at.sides.victim;
    const his = await at.enrol(code);
    const sides = { ...at.sides, aggressor: his };
    const { found } = await answersOf(at, sides, (route) => route.includes('/api/reeducation/'));
    expect(joins(found, sides)).toEqual([`GET /api/reeducation/enrolments/${his[0]}?reveal=identity as demo-cai-01`]);
    // Sealed as it is, the record itself does not say it.
    expect(joins(await recordOf(at.platform), sides)).toEqual([]);
  });
});
