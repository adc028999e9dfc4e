import { assumed } from '../assumption.js';
import { carriedOver, motherTongues, openers, otherDoors, policeShare, principalTypes, risks } from '../assumptions.js';
import type { Mix } from './model.js';

/** What is drawn in a district of Lima, and wherever nothing else is known. */
export const usual: Mix = {
  policeShare,
  doors: otherDoors,
  openers,
  complaints: assumed({ POLICE: 1 }, 'in Peru only what the police takes starts the clocks of the law here'),
  carriedOver,
  principalTypes,
  risks,
  motherTongues,
  slowness: assumed(1, 'the measure the others are compared with'),
};
