import type { Value } from '../domain/model.js';

export { changeOfSeries, naturalLimits } from '../domain/statistics.js';

/** What can be read off published values alone. */
export const statistics = {
  /**
   * The index of the one largest value.
   * @param amongPublished the sentence says that it speaks of published values only
   * @returns undefined when two share the top, when nothing is published, or when a hidden value could be larger
   */
  onlyLargest(values: readonly (Value | undefined)[], amongPublished = false): number | undefined {
    let top: number | undefined;
    let largest = -1;
    let tied = false;
    for (const [index, value] of values.entries()) {
      if (value?.status !== 'published') continue;
      if (value.value > largest) {
        top = index;
        largest = value.value;
        tied = false;
      } else if (value.value === largest) tied = true;
    }
    // A hidden value may have been hidden only to protect another: it can be of any size.
    const doubt = !amongPublished && values.some((value) => value?.status === 'hidden');
    return tied || doubt ? undefined : top;
  },
};
