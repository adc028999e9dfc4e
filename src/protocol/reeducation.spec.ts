import {
  absencePolicy,
  jurisdiction,
  jurisdictionIds,
  orderingCourts,
  reeducationClocks,
  reeducationKinds,
  reeducationSteps,
} from './index.js';
import { type ReeducationStart, reeducationRules } from './reeducation.js';

const countries = jurisdictionIds();
const start: ReeducationStart = {
  country: 'PE',
  happened: 'programme-ordered',
  at: '2026-03-09T15:00:00.000Z',
  institution: 'pe-150112-cai',
  commandId: 'c',
  imported: false,
};

describe('the clocks of a re-education programme', () => {
  it.each(countries)('of %s rest on steps there are, are nobody’s law, and say so', (country) => {
    const { rules } = reeducationRules(country);
    expect(rules).toHaveLength(4);
    for (const { trigger, stop, verified, value, norm, source } of rules) {
      expect(Object.keys(reeducationSteps)).toEqual(expect.arrayContaining([trigger, stop]));
      expect([verified, value.policy]).toEqual([false, true]);
      expect([norm, source]).toEqual([expect.stringMatching(/\S/u), expect.stringMatching(/\S/u)]);
    }
    expect(absencePolicy.verified).toBe(false);
  });

  it.each(countries)('of %s are kept by institutions, and ordered by courts, that the country has', (country) => {
    const known = jurisdiction(country).institutionTypes.map(({ code }) => code);
    expect(known).toEqual(expect.arrayContaining([...reeducationKinds(country), ...orderingCourts(country)]));
    expect([reeducationKinds(country).length, orderingCourts(country).length]).not.toContain(0);
  });

  it('run in business days from the order', () => {
    const [clock] = reeducationClocks(start);
    expect(clock).toMatchObject({ rule: 'PE-R01', waitsFor: 'programme-begun', institution: 'pe-150112-cai' });
    // Ten working days after Monday the 9th, to the last millisecond in Lima.
    expect(clock?.due).toBe('2026-03-24T04:59:59.999Z');
    expect(clock?.rungs.map(({ role }) => role)).toEqual(['OWNER', 'SUPERVISOR', 'COORDINATOR']);
  });

  it('run until the day the order names, where it names one', () => {
    const [clock] = reeducationClocks({ ...start, orderedBy: '2026-03-13' });
    expect(clock?.due).toBe('2026-03-14T04:59:59.999Z');
  });

  it('call nobody for history, and do not run before the law', () => {
    expect(reeducationClocks({ ...start, imported: true })[0]?.rungs).toEqual([]);
    expect(reeducationClocks({ ...start, at: '2015-01-09T15:00:00.000Z' })).toEqual([]);
  });
});
