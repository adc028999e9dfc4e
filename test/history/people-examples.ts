import { completeConflict, completeGlass, completeSealing, completeStaff } from '../../src/people/testing/complete.js';
import type { Example } from './examples.js';

/** Who works here, who must not see a case, who saw one in an emergency, which one is sealed. */
export const peopleExamples: Readonly<Record<string, Example>> = {
  staff: { stream: 'staff-cem-07', complete: completeStaff },
  conflict: { stream: `conflict-${completeGlass.GlassBroken.case}`, complete: completeConflict },
  seal: { stream: `seal-${completeGlass.GlassBroken.case}`, complete: completeSealing },
  glass: { stream: 'glass-salud-02', complete: completeGlass },
};
