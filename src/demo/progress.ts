import { type Console } from '../cli/console.js';

const width = 30;
/** Anything quicker than this shows no bar. */
const showAfterMs = 1_000;

/** A bar with the time that is left, for work that takes longer than a second. Draws at most ten times a second. */
export function progressBar(
  console: Pick<Console, 'progress'>,
  what: string,
  now: () => number,
): (share: number) => void {
  const start = now();
  let drawn = start + showAfterMs - 100;
  return (share) => {
    const at = now();
    if (share >= 1) {
      if (drawn > start + showAfterMs) console.progress('');
      return;
    }
    if (at - drawn < 100) return;
    drawn = at;
    const done = Math.round(share * width);
    const left = share > 0 ? Math.ceil(((at - start) * (1 - share)) / share / 1_000) : undefined;
    const bar = `${'█'.repeat(done)}${'░'.repeat(width - done)}`;
    console.progress(`${what} ${bar} ${Math.floor(share * 100)} %${left === undefined ? '' : ` · faltan ${left} s`}`);
  };
}
