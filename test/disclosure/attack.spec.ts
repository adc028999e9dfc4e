import { complaintsOf, type Made, playReleases, recovered } from './played.js';

it('three months of releases of a small board to both kinds of readers give nothing away', async () => {
  const made: Made[] = [];
  const releases = await playReleases(complaintsOf('2025-01', 3, 30), { onMade: (one) => made.push(one) });
  expect(made.map(({ month, profile }) => `${month} ${profile}`)).toEqual(
    ['2025-01', '2025-02', '2025-03'].flatMap((month) => [`${month} board`, `${month} public`]),
  );
  for (const { told } of made) expect(told).toBeGreaterThan(0);
  for (const profile of ['board', 'public'] as const) {
    const { attacked, found } = await recovered(releases, profile);
    expect(attacked).toBeGreaterThan(20);
    expect([...found]).toEqual([]);
  }
});
