import type { ViolenceMap } from '../jurisdiction.js';

/** The four types are the common ones. Rape is told from other sexual violence by the act, not by the type. */
export const peruViolence: ViolenceMap = {
  common: { ECONOMIC: 'ECONOMIC', PSYCHOLOGICAL: 'PSYCHOLOGICAL', PHYSICAL: 'PHYSICAL', SEXUAL: 'SEXUAL' },
  incident: {
    ECONOMIC: 'DENIAL_OF_RESOURCES',
    PSYCHOLOGICAL: 'PSYCHOLOGICAL_ABUSE',
    PHYSICAL: 'PHYSICAL_ASSAULT',
    SEXUAL: 'SEXUAL_ASSAULT',
  },
};
