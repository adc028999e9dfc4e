import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Projection } from '#projection';
import { PLATFORM, type Platform } from '../../platform.js';
import { FileOfPerson, type KeptFile, PersonOfFile } from '../../questions.js';
import { soon } from '../../requests.js';
import { communityHelps } from '../views/community-helps.js';
import { enrolments } from '../views/enrolments.js';
import { menGroups } from '../views/masculinities.js';

/** The one document a list holds, if any. */
async function only<D>({ views }: Platform, of: Projection<D>, list: string): Promise<D | undefined> {
  const [found] = await views.list(of, list, { limit: 1 });
  return found?.document;
}

/** What is kept under a person's random id. It is of no case, and no case is looked for. */
@QueryHandler(FileOfPerson)
export class FileOfPersonAnswer implements IQueryHandler<FileOfPerson> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  execute({ person }: FileOfPerson): Promise<KeptFile | undefined> {
    return soon(this.platform, [enrolments, menGroups, communityHelps], () => this.#find(person));
  }

  async #find(person: string): Promise<KeptFile | undefined> {
    const { platform } = this;
    const enrolment = await only(platform, enrolments, `subject/${person}`);
    if (enrolment !== undefined) {
      const { country, institution: keeper, ended } = enrolment;
      return { kind: 'enrolment', country, keeper, open: ended === undefined };
    }
    const group = await only(platform, menGroups, `participant/${person}`);
    if (group !== undefined) {
      const { country, institution: keeper, closed, participants } = group;
      return { kind: 'men-group', country, keeper, open: !closed && participants[person]?.status === 'in' };
    }
    const help = await only(platform, communityHelps, `person/${person}`);
    // Handed on, she is who a case is about: that case answers for her.
    if (help === undefined || help.case !== undefined) return undefined;
    return { kind: 'help', country: help.country, keeper: help.council, open: false };
  }
}

@QueryHandler(PersonOfFile)
export class PersonOfFileAnswer implements IQueryHandler<PersonOfFile> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  async execute({ code }: PersonOfFile): Promise<string | undefined> {
    const sought = code.trim().toUpperCase();
    const enrolment = await only(this.platform, enrolments, `code/${sought}`);
    if (enrolment !== undefined) return enrolment.subject;
    const group = await only(this.platform, menGroups, `code/${sought}`);
    return Object.entries(group?.participants ?? {}).find(([, man]) => man.code === sought)?.[0];
  }
}
