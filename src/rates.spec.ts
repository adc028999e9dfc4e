import { routes } from './people/routes.js';
import { usualRates } from './rates.js';

describe('The rates', () => {
  it('name routes that exist', () => {
    const known = routes.map(({ route }) => route);
    expect(Object.keys(usualRates.routes ?? {}).filter((route) => !known.includes(route))).toEqual([]);
  });

  it('are tighter on their routes than on all together', () => {
    const { person, routes: own = {} } = usualRates;
    for (const { times, seconds } of Object.values(own)) {
      expect(times / seconds).toBeLessThan(person.times / person.seconds);
    }
  });
});
