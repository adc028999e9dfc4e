import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { deriveId } from '#decider';
import type { Position } from '#event-log';
import { PLATFORM, type Platform, send } from '../../platform.js';
import { ForgetPerson, PersonOfCase, type PersonRecord, RecordOfPerson } from '../../questions.js';
import { linkId } from '../domain/person-link.js';
import { caseCards } from '../views/case-card.js';
import { personLinks } from '../views/person-links.js';
import { forgetPerson, personRows } from './person-index.js';

/** More cases and links than one person has. */
const most = 500;

/** How long is waited for what was recorded to be taken in. */
const patience = 5_000;

@QueryHandler(RecordOfPerson)
export class PersonRecordAnswer implements IQueryHandler<RecordOfPerson> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  async execute({ person }: RecordOfPerson): Promise<PersonRecord | undefined> {
    const { views } = this.platform;
    const cases = (await views.list(caseCards, `person/${person}`, { limit: most })).map(({ document }) => document);
    const [first] = cases;
    if (first === undefined) return undefined;
    const pairs = await views.list(personLinks, `linked/${person}`, { limit: most });
    return {
      country: first.country,
      institutions: [...new Set(cases.map(({ institution }) => institution))],
      openCases: cases.filter(({ status }) => status !== 'closed').map(({ code }) => code),
      cases: cases.length,
      linked: pairs.map(({ document: { persons } }) => (persons[0] === person ? persons[1] : persons[0])),
    };
  }
}

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
    const { views } = this.platform;
    await forgetPerson(views, person);
    await views.scrub();
    for (const { document } of await views.list(personLinks, `flagged/${person}`, { limit: most })) {
      const { persons } = document;
      const id = linkId(persons);
      const command = { do: 'dismiss', persons, institution: 'chaski' };
      const commandId = deriveId('forget', id);
      await send(this.platform, 'link', { id, command, commandId, actor: 'chaski', origin: 'policy' });
    }
    return ['person-index', 'similar-persons'];
  }

  async #reached(upTo: Position): Promise<void> {
    const { views } = this.platform;
    const all = await Promise.all([personRows, personLinks].map((one) => views.reached(one, upTo, patience)));
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
