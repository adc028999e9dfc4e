/** How long something takes: half of the times are shorter than `median`; `spread` is the sigma of the logarithm. */
export interface Delay {
  /** Hours. */
  readonly median: number;
  readonly spread: number;
}
export const hours = (median: number, spread: number): Delay => ({ median, spread });
export const days = (median: number, spread: number): Delay => hours(median * 24, spread);

/** What can happen, and how often in relation to the others. */
export type Weights<K extends string = string> = Readonly<Record<K, number>>;

/**
 * Random numbers that come again with the same parts (sfc32, seeded by a hash of them). Not for secrets.
 *
 * Everything in a demo draws from a generator of its own, so that one more draw in one case moves no other.
 */
export class Random {
  private constructor(
    private a: number,
    private b: number,
    private c: number,
    private d: number,
  ) {}

  /** The generator of these parts: `Random.of(seed, 'case', district, month, index)`. */
  static of(...parts: readonly (string | number)[]): Random {
    const text = parts.join('\u0000');
    const random = new Random(hash(text, 1), hash(text, 2), hash(text, 3), hash(text, 4));
    for (let round = 0; round < 12; round += 1) random.next();
    return random;
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    const t = (((this.a + this.b) | 0) + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (this.c << 21) | (this.c >>> 11);
    this.c = (this.c + t) | 0;
    return (t >>> 0) / 4_294_967_296;
  }

  /** A generator of its own, the next of this one's. */
  split(): Random {
    const word = (): number => Math.floor(this.next() * 4_294_967_296) | 0;
    return new Random(word(), word(), word(), word());
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  between(from: number, until: number): number {
    return from + this.next() * (until - from);
  }

  /** The whole number below or above, so that the mean is `mean`. */
  whole(mean: number): number {
    return Math.floor(mean) + (this.chance(mean - Math.floor(mean)) ? 1 : 0);
  }

  /** @throws RangeError there is nothing to pick */
  pick<K extends string>(weights: Weights<K>): K {
    const entries = Object.entries(weights) as [K, number][];
    return this.of(entries, ([, weight]) => weight)[0];
  }

  /** One of the items, each as likely as its weight says. */
  of<T>(items: readonly T[], weight: (item: T) => number): T {
    let left = this.next() * items.reduce((sum, item) => sum + weight(item), 0);
    for (const item of items) {
      left -= weight(item);
      if (left < 0) return item;
    }
    const last = items.at(-1);
    if (last === undefined) throw new RangeError('nothing to pick from');
    return last;
  }

  /** A log-normal time in the unit of its median, never more than 20 medians. */
  delay({ median, spread }: Delay): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
    return median * Math.min(Math.exp(spread * normal), 20);
  }
}

function hash(text: string, salt: number): number {
  let h = Math.imul(salt, 0x9e37_79b1) ^ 0x811c_9dc5;
  for (let at = 0; at < text.length; at += 1) h = Math.imul(h ^ text.charCodeAt(at), 0x0100_0193);
  h = Math.imul(h ^ (h >>> 16), 0x85eb_ca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2_ae35);
  return h ^ (h >>> 16);
}
