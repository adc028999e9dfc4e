import { activityDecider } from './activity.js';
import { budgetDecider } from './budget.js';
import { exchangeDecider } from './exchange.js';
import { findingDecider } from './finding.js';
import { materialDecider } from './material.js';
import { normDecider } from './norm.js';
import { projectDecider } from './project.js';
import { trainingDecider } from './training.js';

/** The rules of every register. */
export const registerDeciders = [
  activityDecider,
  normDecider,
  trainingDecider,
  materialDecider,
  projectDecider,
  budgetDecider,
  exchangeDecider,
  findingDecider,
] as const;
