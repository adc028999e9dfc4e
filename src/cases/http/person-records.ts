import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { allListed, type Views } from '#projection';
import { PLATFORM, type Platform } from '../../platform.js';
import { CasesOfSamePerson } from '../../questions.js';
import { type CaseCard, caseCards } from '../views/case-card.js';
import { type LinkedPair, personLinks } from '../views/person-links.js';

/** Every case kept under a person's id, whoever answers for it. */
export const casesOf = (views: Views, person: string): Promise<readonly CaseCard[]> =>
  allListed(views, caseCards, `person/${person}`);

/** The pairs somebody is one of: linked, or alike. */
export const pairsWith = (views: Views, status: LinkedPair['status'], person: string): Promise<readonly LinkedPair[]> =>
  allListed(views, personLinks, `${status}/${person}`);

/** The other records of the same person: whatever is linked to this one, directly or over others. */
export async function linkedTo(views: Views, person: string): Promise<readonly string[]> {
  const seen = new Set([person]);
  for (const each of seen) {
    for (const { persons } of await pairsWith(views, 'linked', each)) seen.add(otherOf(persons, each));
  }
  seen.delete(person);
  return [...seen];
}

export const otherOf = ([a, b]: LinkedPair['persons'], person: string): string => (a === person ? b : a);

@QueryHandler(CasesOfSamePerson)
export class CasesOfSamePersonAnswer implements IQueryHandler<CasesOfSamePerson> {
  constructor(@Inject(PLATFORM) private readonly platform: Pick<Platform, 'views'>) {}

  async execute({ id }: CasesOfSamePerson): Promise<readonly string[]> {
    const { views } = this.platform;
    const person = (await views.get(caseCards, id))?.person;
    if (person === undefined) return [id];
    const records = [person, ...(await linkedTo(views, person))];
    const cases = await Promise.all(records.map((each) => casesOf(views, each)));
    return cases.flat().map((card) => card.id);
  }
}
