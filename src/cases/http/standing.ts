import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryBus, QueryHandler } from '@nestjs/cqrs';
import type { Relation } from '../../people/access/vocabulary.js';
import { PLATFORM, type Platform } from '../../platform.js';
import { CaseStanding, PartyToCase, type Stands } from '../../questions.js';
import { soon } from '../../requests.js';
import { type CaseCard, caseCards } from '../views/case-card.js';

/** What makes a case one of an institution's to work on. */
const workingRelations: ReadonlySet<Relation> = new Set<Relation>(['owner', 'court', 'reported', 'party']);

/** What an institution is to a case: who answers for it, the court it was reported to, who reported it, or a party. */
export async function relationTo(queries: QueryBus, card: CaseCard, institution: string): Promise<Relation> {
  if (card.institution === institution) return 'owner';
  if (card.reportTo === institution) return 'court';
  // Who reported it executes what the court decides, whoever answers for the case by then.
  if (card.reportFrom === institution) return 'reported';
  return queries.execute(new PartyToCase(card.id, institution));
}

@QueryHandler(CaseStanding)
export class CaseStandingAnswer implements IQueryHandler<CaseStanding> {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(QueryBus) private readonly queries: QueryBus,
  ) {}

  async execute({ of, institution }: CaseStanding): Promise<Stands | undefined> {
    const { views } = this.platform;
    let stands: Stands | undefined;
    // Whoever seems to have nothing to do with it may have been given it a moment ago.
    await soon(this.platform, [caseCards], async () => {
      const card = 'id' in of ? await views.get(caseCards, of.id) : await this.#byCode(of.code);
      if (card === undefined) return undefined;
      const relation = await relationTo(this.queries, card, institution);
      const { id, person, country, institution: owner } = card;
      stands = { id, case: id, relation, state: await this.#stateOf(card), owner, person, country };
      return workingRelations.has(relation) ? stands : undefined;
    });
    return stands;
  }

  async #byCode(code: string): Promise<CaseCard | undefined> {
    const [found] = await this.platform.views.list(caseCards, `code/${code}`, { limit: 1 });
    return found?.document;
  }

  async #stateOf({ person, status }: CaseCard): Promise<Stands['state']> {
    if (await this.platform.vault.isErased(person, 'identity')) return 'erased';
    return status === 'closed' ? 'closed' : 'open';
  }
}
