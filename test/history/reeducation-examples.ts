import { enrolmentFacts } from '../../src/programmes/published/enrolment-facts.js';
import { fundFacts } from '../../src/programmes/published/fund-facts.js';
import { masculinitiesFacts } from '../../src/programmes/published/masculinities-facts.js';
import { enrolmentId } from '../../src/programmes/testing/enrolment-fixtures.js';
import { fundId } from '../../src/programmes/testing/fund-fixtures.js';
import { groupId } from '../../src/programmes/testing/masculinities-fixtures.js';
import { completeEnrolment, completeFund, completeMasculinities } from '../../src/programmes/testing/reeducation-complete.js';

/** Of re-education, groups of men and support funds. */
export const reeducationExamples = {
  enrolment: { stream: `enrolment-${enrolmentId}`, complete: completeEnrolment },
  masculinities: { stream: `masculinities-${groupId}`, complete: completeMasculinities },
  fund: { stream: `fund-${fundId}`, complete: completeFund },
};

/** Who reads their facts. */
export const reeducationFactCatalogues = [enrolmentFacts, masculinitiesFacts, fundFacts];
