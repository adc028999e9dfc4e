import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { openStage, type Stage } from './stage.js';

const usual = '/usr/bin/chromium';
const named = process.env['CHROMIUM'];
/** A browser asked for by name has to be there: only the usual one may be missing. */
const executablePath = named || usual;
const skipped = !named && !existsSync(usual);

/** Nothing but the loopback interface has a name, so no page of a test reaches anybody. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Starts the Chromium of this machine; `keepsPages` as people have it, with pages left behind kept alive. */
const launch = (keepsPages: boolean): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args,
    ...(keepsPages && { ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
  });

/**
 * A suite that looks at the pages in a real browser, each suite on a server of its own. Where there is no Chromium
 * (`/usr/bin/chromium`, or the path in `CHROMIUM`) it is skipped, and its name says so.
 */
export function browser(
  name: string,
  tests: (stage: () => Stage) => void,
  { keepsPages = false }: { readonly keepsPages?: boolean } = {},
): void {
  if (skipped) {
    const reason = `${name} (skipped: no chromium here)`;
    // Not by the console, whose words Jest keeps to itself for a file in which everything is skipped.
    process.stderr.write(`${reason}\n`);
    describe.skip(reason, () => tests(noStage));
    return;
  }
  describe(name, () => {
    let stage: Stage | undefined;
    beforeAll(async () => {
      stage = await openStage(await launch(keepsPages));
    });
    afterAll(() => stage?.close());
    tests(() => stage ?? noStage());
  });
}

const noStage = (): never => {
  throw new Error('the stage is open in tests only');
};
