import { factCatalogue } from '#publishing';
import { activities } from '../domain/activity.js';
import { budgets } from '../domain/budget.js';
import { exchanges } from '../domain/exchange.js';
import { findings } from '../domain/finding.js';
import { materials } from '../domain/material.js';
import { norms } from '../domain/norm.js';
import { projects } from '../domain/project.js';
import { trainings } from '../domain/training.js';
import { factNames, type RegisterFacts, registerPublication } from './register-telling.js';

const activityFacts = factCatalogue<RegisterFacts<typeof activities>>(factNames(activities));
const normFacts = factCatalogue<RegisterFacts<typeof norms>>(factNames(norms));
const trainingFacts = factCatalogue<RegisterFacts<typeof trainings>>(factNames(trainings));
const materialFacts = factCatalogue<RegisterFacts<typeof materials>>(factNames(materials));
const projectFacts = factCatalogue<RegisterFacts<typeof projects>>(factNames(projects));
const budgetFacts = factCatalogue<RegisterFacts<typeof budgets>>(factNames(budgets));
const exchangeFacts = factCatalogue<RegisterFacts<typeof exchanges>>(factNames(exchanges));
const findingFacts = factCatalogue<RegisterFacts<typeof findings>>(factNames(findings));

/** What is told of every register. */
export const registerPublications = [
  registerPublication(activities, activityFacts),
  registerPublication(norms, normFacts),
  registerPublication(trainings, trainingFacts),
  registerPublication(materials, materialFacts),
  registerPublication(projects, projectFacts),
  registerPublication(budgets, budgetFacts),
  registerPublication(exchanges, exchangeFacts),
  registerPublication(findings, findingFacts),
] as const;

/** What can be read of it, by others. */
export const registerFactCatalogues = [
  activityFacts,
  normFacts,
  trainingFacts,
  materialFacts,
  projectFacts,
  budgetFacts,
  exchangeFacts,
  findingFacts,
] as const;
