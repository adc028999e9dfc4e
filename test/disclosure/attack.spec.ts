import { type Knowledge, knowledgeOf, recoveredBy } from './insiders.js';
import { complaintsOf, type Made, playReleases, recovered } from './played.js';

it('three months of releases of a small board give nothing away to readers of both kinds, and next to nothing to its members', async () => {
  const made: Made[] = [];
  const knowledge: Knowledge[] = [];
  const releases = await playReleases(complaintsOf('2025-01', 3, 30), {
    onMade: (one, released, inputs) => {
      made.push(one);
      knowledge.push(...knowledgeOf(inputs, released));
    },
  });
  expect(made.map(({ month, profile }) => `${month} ${profile}`)).toEqual(
    ['2025-01', '2025-02', '2025-03'].flatMap((month) => [`${month} board`, `${month} public`]),
  );
  for (const { told } of made) expect(told).toBeGreaterThan(0);
  for (const profile of ['board', 'public'] as const) {
    const { attacked, found } = await recovered(releases, profile);
    expect(attacked).toBeGreaterThan(20);
    expect([...found]).toEqual([]);
  }
  const members = new Set(knowledge.map(({ institution }) => institution));
  expect(members.size).toBeGreaterThan(5);
  const sum = { attacked: 0, narrow: 0 };
  for (const member of members) {
    const { attacked, found } = await recoveredBy(member, releases, knowledge, 'board');
    expect(attacked).toBeGreaterThan(20);
    sum.attacked += attacked;
    sum.narrow += found.size;
  }
  // Four in a hundred, were members thought to know nothing; the rest could only be kept by withholding headline figures.
  expect(sum.narrow / sum.attacked).toBeLessThan(0.01);
}, 180_000);
