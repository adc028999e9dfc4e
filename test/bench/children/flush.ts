import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { median } from '../support/figures.js';
import { answer } from '../support/process.js';

/** How long a flush takes here. */
await answer(({ file }: { file: string }) => {
  const opened = openSync(file, 'w');
  const times = Array.from({ length: 21 }, () => {
    writeSync(opened, 'x'.repeat(4_096));
    const start = performance.now();
    fsyncSync(opened);
    return performance.now() - start;
  });
  closeSync(opened);
  return { flushMs: median(times) };
});
