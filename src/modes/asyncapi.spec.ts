import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factSchemas } from '../../test/kafka/support/schemas.js';

const root = join(import.meta.dirname, '../..');

describe('the schemas of facts that are served', () => {
  it('are those of their types today: `npm run facts` writes them', () => {
    const written = JSON.parse(readFileSync(join(root, 'src/modes/fact-schemas.json'), 'utf8')) as object;
    const files = globSync('src/*/published/*.ts', { cwd: root, exclude: ['**/*.spec.ts'] }).map((file) =>
      join(root, file),
    );
    expect(written).toEqual(factSchemas(files));
  });
});
