import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { note } from './figures.js';
import { licencesRefused, type LockFile, productionOf, sbomOf } from './lock.js';

// What the product is made of: every production dependency has a licence that may be used and a digest it is checked by;
// known weaknesses are asked of the registry, when it answers. Writes data/sbom.json (CycloneDX).
const root = join(import.meta.dirname, '../..');
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as LockFile;
const parts = productionOf(lock);
const refused = licencesRefused(parts);
const undigested = parts.filter(({ integrity }) => integrity === undefined).map(({ name }) => name);
mkdirSync(join(root, 'data'), { recursive: true });
writeFileSync(join(root, 'data', 'sbom.json'), `${JSON.stringify(sbomOf(lock), null, 2)}\n`);

const asked = spawnSync('npm', ['audit', '--omit=dev', '--json', '--fetch-timeout=20000', '--fetch-retries=0'], {
  ...{ cwd: root, encoding: 'utf8', timeout: 60_000 },
});
const audit = answerOf(asked.stdout ?? '');
const severe = audit === undefined ? 0 : (audit['high'] ?? 0) + (audit['critical'] ?? 0);
const said = audit === undefined ? { skipped: 'weaknesses not asked: the registry does not answer' } : { severe };
note('supply chain', { parts: parts.length, refused, undigested, ...said });
console.log(JSON.stringify({ parts: parts.length, refused, undigested, ...said }));
if (refused.length > 0 || undigested.length > 0 || severe > 0) process.exitCode = 1;

/** How many weaknesses there are of each kind; undefined where the registry gave no answer. */
function answerOf(text: string): Readonly<Record<string, number>> | undefined {
  try {
    const { metadata } = JSON.parse(text) as { metadata?: { vulnerabilities?: Record<string, number> } };
    return metadata?.vulnerabilities;
  } catch {
    return undefined;
  }
}
