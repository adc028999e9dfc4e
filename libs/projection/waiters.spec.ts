import { Waiters } from './waiters.js';

describe('those who wait for a checkpoint', () => {
  it('look when woken, and no more once they are done', async () => {
    const waiters = new Waiters();
    let there = false;
    let looks = 0;
    const look = () => {
      looks += 1;
      return there;
    };
    const waiting = waiters.until(look, 20_000);
    waiters.wake();
    expect(looks).toBe(2);
    there = true;
    waiters.wake();
    expect(await waiting).toBe(true);
    waiters.wake();
    expect(looks).toBe(3);
  });

  it('are gone, too, when there was nothing to wait for, when the time is over and when looking fails', async () => {
    const waiters = new Waiters();
    let looks = 0;
    const answering = (answer: () => boolean) => () => {
      looks += 1;
      return answer();
    };
    expect(
      await waiters.until(
        answering(() => true),
        20_000,
      ),
    ).toBe(true);
    expect(
      await waiters.until(
        answering(() => false),
        1,
      ),
    ).toBe(false);
    const failing = answering(() => {
      throw new Error('no answer');
    });
    await expect(waiters.until(failing, 20_000)).rejects.toThrow('no answer');
    const before = looks;
    waiters.wake();
    expect(looks).toBe(before);
  });
});
