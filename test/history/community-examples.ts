import { alertFacts } from '../../src/programmes/published/alert-facts.js';
import { councilFacts, helpFacts } from '../../src/programmes/published/community-facts.js';
import {
  alertId,
  assemblyId,
  completeAlert,
  completeAssembly,
  completeCouncil,
  completeHelp,
  completeNetwork,
  council,
  helpId,
  network,
} from '../../src/programmes/testing/community-fixtures.js';

/** Of communities: see `examples`. */
export const communityExamples = {
  council: { stream: `council-${council}`, complete: completeCouncil },
  network: { stream: `network-${network}`, complete: completeNetwork },
  help: { stream: `help-${helpId}`, complete: completeHelp },
  alert: { stream: `alert-${alertId}`, complete: completeAlert },
  assembly: { stream: `assembly-${assemblyId}`, complete: completeAssembly },
};

/** What reads their facts. */
export const communityFactCatalogues = [councilFacts, helpFacts, alertFacts];
