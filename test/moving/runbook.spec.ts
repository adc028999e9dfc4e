import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const deploy = join(root, 'deploy');
/** Those that say what to do; the checklist of asvs.md says what shows each item, and has a spec of its own. */
const documents = readdirSync(deploy).filter((name) => name.endsWith('.md') && name !== 'asvs.md');

/** The commands of the code of a document that run a tool: its name, and all that is given to it. */
const toolsIn = (markdown: string): readonly (readonly [tool: string, args: string])[] =>
  [...markdown.matchAll(/(?:deploy\/chaski|npm run) ([a-z][a-z:]*)(?: -- ([^\n`|]*))?/g)].map(
    ([, tool = '', args = '']) => [tool, args],
  );

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
};

/** `log:export` is `src/cli/log-export.ts`. */
const sourceOf = (tool: string): string => join(root, 'src/cli', `${tool.replace(':', '-')}.ts`);

const headings = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  );

describe.each(documents)('deploy/%s', (name) => {
  const markdown = readFileSync(join(deploy, name), 'utf8');
  const tools = toolsIn(markdown);

  it('runs tools that are there', () => {
    expect(tools.length).toBeGreaterThan(0);
    expect(tools.filter(([tool]) => !(tool in scripts) && !existsSync(sourceOf(tool)))).toEqual([]);
  });

  it('gives them options and words that they understand', () => {
    const wrong = tools
      .filter(([tool]) => existsSync(sourceOf(tool)))
      .flatMap(([tool, args]) => {
        const usage =
          /const usage = `([^`]*)`|const usage = '([^']*)'/.exec(readFileSync(sourceOf(tool), 'utf8'))?.[0] ?? '';
        const words: string[] = args.match(/--[a-z-]+/g) ?? [];
        if (tool === 'projection') words.push(args.split(' ')[0] ?? '');
        return words.filter((word) => !usage.includes(word)).map((word) => `${tool} ${word}`);
      });
    expect(wrong).toEqual([]);
  });

  it('leads to sections that are there', () => {
    const links = [...markdown.matchAll(/\]\(([\w./]*)#([^)]+)\)/g)];
    const dead = links.filter(([, file = '', section = '']) => {
      const target = file === '' ? markdown : readFileSync(join(deploy, file), 'utf8');
      return !headings(target).includes(section);
    });
    expect(dead.map(([link]) => link)).toEqual([]);
  });
});

it('the runbook has a section for everything that is to be expected', () => {
  const sections = headings(readFileSync(join(deploy, 'runbook.md'), 'utf8'));
  const expected = [
    'a-view-stands-still',
    'a-view-is-wrong',
    'the-relay',
    'parked-messages',
    'restore',
    'the-log-moves',
    'disk-full',
    'a-machine-is-lost',
    'the-clock-is-wrong',
  ];
  expect(sections).toEqual(expect.arrayContaining(expected));
});
