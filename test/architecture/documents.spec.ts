import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const tracked = execFileSync('git', ['ls-files', '*.md'], { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);

/** Links and pictures that lead to a file of the project. */
const linksOf = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^[a-z]+:/.test(link));

describe('the documents', () => {
  it('lead to files that are there', () => {
    const dead = tracked.flatMap((file) =>
      linksOf(readFileSync(join(root, file), 'utf8'))
        .filter((link) => !existsSync(join(root, dirname(file), link)))
        .map((link) => `${file}: ${link}`),
    );
    expect(dead).toEqual([]);
  });

  it('name npm commands that exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
    const builtIn = ['test', 'start', 'ci'];
    const unknown = tracked.flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/npm run ([a-z:]+)/g)]
        .map(([, name = '']) => name)
        .filter((name) => !builtIn.includes(name) && !Object.hasOwn(scripts, name))
        .map((name) => `${file}: npm run ${name}`),
    );
    expect(unknown).toEqual([]);
  });

  it('end with why it is so, in every lib', () => {
    const libs = tracked.filter((file) => /^libs\/[^/]+\/README\.md$/.test(file));
    expect(libs).toHaveLength(11);
    for (const file of libs) {
      const headings = [...readFileSync(join(root, file), 'utf8').matchAll(/^#+ (.*)$/gm)].map(
        ([, heading]) => heading,
      );
      expect([file, headings.at(-1)]).toEqual([file, 'Why it is so']);
    }
  });
});
