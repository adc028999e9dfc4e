import { catalogueOf } from '#service';
import { speaker } from '../../pages/words.js';
import { sending } from './words/sending.js';
import { standing } from './words/standing.js';
import { steps } from './words/steps.js';

/** What the pages of referrals say. */
const words = catalogueOf({ ...sending, ...standing, ...steps });

export const say = speaker(words);

export type Word = Parameters<typeof say>[0];

/** A message by a name put together from a code; the code itself where there is none. */
export const sayIf = (key: string, fallback: string, values?: Parameters<typeof say>[1]): string =>
  words.has(key) ? say(key, values) : fallback;
