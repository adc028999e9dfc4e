import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * The source file that is newer than what was compiled; undefined when none is. Tests do not count.
 * @param root the folder of `src`, `libs` and `dist`
 * @throws Error nothing was compiled
 */
export function newerThanBuilt(root: string): string | undefined {
  const built = statSync(join(root, 'dist/src/main.js')).mtimeMs;
  return ['src', 'libs']
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !/\.spec\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .find((path) => statSync(join(root, path)).mtimeMs > built);
}

// Run from its source before tools that use what is compiled. It does not compile: a server may be running from there.
if (import.meta.main) {
  const newer = newerThanBuilt(join(import.meta.dirname, '../..'));
  if (newer !== undefined) {
    process.stderr.write(
      `Error: el programa compilado es anterior a ${newer}. Detenga el servidor, compile (npm run build) y vuelva a intentarlo.\n`,
    );
    process.exitCode = 1;
  }
}
