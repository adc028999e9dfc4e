import { isDeepStrictEqual } from 'node:util';
import type { Projection } from './projection.js';
import { compareText } from './text-order.js';
import type { Views } from './views.js';

/** The first key, in key order, at which two stores differ; `undefined` on the side that has no such document. */
export interface Difference<D = unknown> {
  readonly key: string;
  readonly a: D | undefined;
  readonly b: D | undefined;
}

/**
 * Compares everything two stores hold of a projection: every document, as JSON, whatever the order of its fields.
 * @returns undefined when they are equal. Lists are a function of the documents and are not compared.
 */
export async function compareViews<D>(
  a: Pick<Views, 'all'>,
  b: Pick<Views, 'all'>,
  projection: Projection<D>,
): Promise<Difference<D> | undefined> {
  const left = a.all(projection)[Symbol.asyncIterator]();
  const right = b.all(projection)[Symbol.asyncIterator]();
  try {
    for (;;) {
      const [x, y] = [await left.next(), await right.next()];
      const [inA, inB] = [x.done === true ? undefined : x.value, y.done === true ? undefined : y.value];
      if (inA === undefined && inB === undefined) return undefined;
      const order = inA === undefined ? 1 : inB === undefined ? -1 : compareText(inA[0], inB[0]);
      if (order < 0 && inA !== undefined) return { key: inA[0], a: inA[1], b: undefined };
      if (inB !== undefined && (order > 0 || !isDeepStrictEqual(inA?.[1], inB[1]))) {
        return { key: inB[0], a: order > 0 ? undefined : inA?.[1], b: inB[1] };
      }
    }
  } finally {
    await Promise.all([left.return?.(), right.return?.()]);
  }
}
