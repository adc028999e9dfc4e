import { DemoActors } from './demo-actors.js';

const workers = async (...ids: readonly string[]) => {
  const all = await new DemoActors(async () => ids.map((id) => ({ id, name: id }))).all();
  return Object.fromEntries(all.filter(({ role }) => role === 'worker').map((each) => [each.code, each.institution]));
};

it('a coordinator, an auditor and an evaluator are there before any organization is', async () => {
  const actors = new DemoActors(async () => []);
  expect((await actors.all()).map(({ role }) => role)).toEqual([
    ...['coordinator', 'auditor', 'evaluator', 'data-officer', 'data-officer'],
  ]);
  expect(await actors.find('demo-coordinacion')).toMatchObject({ role: 'coordinator' });
});

it('people of a new organization are found without a restart', async () => {
  const ids: string[] = [];
  const actors = new DemoActors(async () => ids.map((id) => ({ id, name: id })));
  expect(await actors.find('demo-cem-01')).toBeUndefined();
  ids.push('pe-150112-cem');
  expect(await actors.find('demo-cem-01')).toMatchObject({ institution: 'pe-150112-cem', role: 'worker' });
});

it('nobody has the code of another, whatever organizations are called', async () => {
  expect(await workers('cem', 'pe-150112-cem')).toEqual({
    'demo-cem-01': 'cem',
    'demo-cem-02': 'cem',
    'demo-pe-150112-cem-01': 'pe-150112-cem',
    'demo-pe-150112-cem-02': 'pe-150112-cem',
  });
});

it('people are of the country of their organization, and each country has who coordinates there', async () => {
  const none = new DemoActors(async () => []);
  expect(await none.find('demo-coordinacion-bo')).toMatchObject({ role: 'coordinator', country: 'BO' });
  const both = new DemoActors(async () => [
    { id: 'pe-150112-cem', name: 'CEM', country: 'PE' },
    { id: 'bo-020105-slim', name: 'SLIM', country: 'BO' },
  ]);
  const coordinators = (await both.all()).filter(({ role }) => role === 'coordinator');
  expect(coordinators.map(({ country }) => country)).toEqual(['PE', 'BO']);
  expect(['demo-cem-01', 'demo-bo-020105-slim-01', 'nobody'].map((code) => both.countryOf(code))).toEqual([
    'PE',
    'BO',
    'PE',
  ]);
});
