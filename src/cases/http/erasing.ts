import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { deriveId } from '#decider';
import type { Position } from '#event-log';
import { PLATFORM, type Platform, send } from '../../platform.js';
import { ForgetPerson, PersonOfCase, type PersonRecord, type RecordedCase, RecordOfPerson } from '../../questions.js';
import { linkId } from '../domain/person-link.js';
import { type CaseCard, caseCards } from '../views/case-card.js';
import { personLinks } from '../views/person-links.js';
import { forgetPerson, personRows } from './person-index.js';
import { casesOf, linkedTo, pairsWith } from './person-records.js';

/** How long is waited for what was recorded to be taken in. */
const patience = 5_000;

@QueryHandler(RecordOfPerson)
export class PersonRecordAnswer implements IQueryHandler<RecordOfPerson> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  async execute({ person }: RecordOfPerson): Promise<PersonRecord | undefined> {
    const { views } = this.platform;
    const [cases, records] = await Promise.all([casesOf(views, person), linkedTo(views, person)]);
    const [first] = cases;
    if (first === undefined) return undefined;
    const linked = records.map(async (each) => ({ person: each, cases: (await casesOf(views, each)).map(recorded) }));
    return { country: first.country, cases: cases.map(recorded), linked: await Promise.all(linked) };
  }
}

const recorded = ({ id, code, institution, status }: CaseCard): RecordedCase => ({
  ...{ id, code, institution, open: status !== 'closed' },
});

/**
 * Forgets what searching was told of a person, and that their record looks like another one. That two records are of one
 * person stays: it is two random ids, says nothing of who they are, and persons could not be counted without it.
 */
@QueryHandler(ForgetPerson)
export class ForgetPersonAnswer implements IQueryHandler<ForgetPerson> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  /**
   * @throws Error something that was recorded before is not taken in yet: it could be written down after this; or a reader
   * keeps the file of the index from being cleaned
   */
  async execute({ person, upTo }: ForgetPerson): Promise<readonly string[]> {
    await this.#reached(upTo);
    const { index, views } = this.platform;
    await forgetPerson(index, person);
    await index.scrub();
    for (const { persons } of await pairsWith(views, 'flagged', person)) {
      const id = linkId(persons);
      const command = { do: 'dismiss', persons, institution: 'chaski' };
      const commandId = deriveId('forget', id);
      await send(this.platform, 'link', { id, command, commandId, actor: 'chaski', origin: 'policy' });
    }
    return ['person-index', 'similar-persons'];
  }

  async #reached(upTo: Position): Promise<void> {
    const { index, views } = this.platform;
    const all = await Promise.all([
      index.reached(personRows, upTo, patience),
      views.reached(personLinks, upTo, patience),
    ]);
    if (all.includes(false)) throw new Error('the index of persons is behind');
  }
}

@QueryHandler(PersonOfCase)
export class PersonOfCaseAnswer implements IQueryHandler<PersonOfCase> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  async execute({ code }: PersonOfCase): Promise<string | undefined> {
    const [found] = await this.platform.views.list(caseCards, `code/${code.trim().toUpperCase()}`, { limit: 1 });
    return found?.document.person;
  }
}
