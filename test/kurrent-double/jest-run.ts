import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Result {
  /** The names of the groups it stands in, and its own. */
  readonly path: readonly string[];
  readonly status: string;
}

interface Report {
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly { ancestorTitles: string[]; title: string; status: string }[];
  }[];
}

/**
 * Runs jest in a process of its own, and answers with what came of every test that was chosen.
 * @throws Error jest ran nothing
 */
export async function runJest(args: readonly string[]): Promise<readonly Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'jest-run-'));
  const file = join(folder, 'report.json');
  try {
    const command = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
    const jest = ['node_modules/jest/bin/jest.js', '--json', '--outputFile', file, ...args];
    // Jest's exit code says only that something failed; the report says what.
    await new Promise<void>((resolve) => execFile(process.execPath, [...command, ...jest], () => resolve()));
    const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as Report;
    const results = testResults.flatMap(({ assertionResults }) => assertionResults);
    if (results.length === 0) throw new Error(`jest ran nothing: ${testResults.map(({ message }) => message).join()}`);
    return results
      .filter(({ status }) => status !== 'pending')
      .map(({ ancestorTitles, title, status }) => ({ path: [...ancestorTitles, title], status }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
