import { jest } from '@jest/globals';
import { terminal } from '../cli/console.js';
import { progressBar } from './progress.js';

describe('a progress bar', () => {
  const shown: string[] = [];
  let now = 0;
  const bar = () => progressBar({ progress: (text) => shown.push(text) }, 'Cargando', () => now);
  beforeEach(() => {
    shown.length = 0;
    now = 0;
  });

  it('does not appear for what is done within a second', () => {
    const show = bar();
    for (const share of [0.1, 0.5, 1]) {
      now += 300;
      show(share);
    }
    expect(shown).toEqual([]);
  });

  it('shows how far it is and what is left, at most ten times a second, and goes away', () => {
    const show = bar();
    for (now = 10; now <= 4_000; now += 10) show(now / 8_000);
    expect(shown.length).toBeGreaterThan(20);
    expect(shown.length).toBeLessThanOrEqual(31);
    expect(shown.at(-1)).toMatch(/^Cargando █{15}░{15} (49|50) % · faltan [45] s$/);
    show(1);
    expect(shown.at(-1)).toBe('');
  });
});

describe('where nobody watches', () => {
  it('nothing of a bar is written', () => {
    const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const { isTTY } = process.stderr;
    try {
      process.stderr.isTTY = false;
      terminal.progress('Cargando');
      expect(write).not.toHaveBeenCalled();
      process.stderr.isTTY = true;
      terminal.progress('Cargando');
      expect(write).toHaveBeenCalledTimes(1);
    } finally {
      process.stderr.isTTY = isTTY;
      write.mockRestore();
    }
  });
});
