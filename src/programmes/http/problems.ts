import type { ProblemText } from '#service';
import { communityProblems } from './community-problems.js';
import { fundProblems } from './fund-problems.js';
import { masculinitiesProblems } from './masculinities-problems.js';
import { reeducationProblems } from './reeducation-problems.js';
import { registerProblems } from './register-problems.js';

/** The words for what the programmes refuse. */
export const programmeProblems: readonly ProblemText[] = [
  ...communityProblems,
  ...reeducationProblems,
  ...masculinitiesProblems,
  ...fundProblems,
  ...registerProblems,
];
