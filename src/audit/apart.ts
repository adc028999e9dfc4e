import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Problem } from '#service';
import { Access } from '../people/access/access.js';
import { PLATFORM, type Platform } from '../platform.js';
import { recordRead } from '../reads.js';
import { projectionOf } from './replay.handler.js';

/** Streams that are about one case: of itself, of its seal, of a referral. */
const aboutCase = /^(case|seal|referral)-(.+)$/;

/** Whoever audits and is concerned in a case is shown nothing of it, as nobody is: to them it is not there. */
@Injectable()
export class Apart {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(Access) private readonly access: Access,
  ) {}

  /** Of these, those that are about no case the actor is concerned in. @param streamsOf what each is about */
  async keep<T>(actor: Actor, items: readonly T[], streamsOf: (item: T) => readonly string[]): Promise<readonly T[]> {
    const concerns = await this.access.concernsOf(actor);
    if (concerns.size === 0) return items;
    const cases = await Promise.all(
      items.map((item) => Promise.all(streamsOf(item).map((each) => this.#caseOf(each)))),
    );
    return items.filter((_, index) => cases[index]?.every((id) => id === undefined || !concerns.has(id)));
  }

  /** Whether a stream is about a case the actor is concerned in. */
  async isClosed(actor: Actor, stream: string): Promise<boolean> {
    return (await this.keep(actor, [stream], (each) => [each])).length === 0;
  }

  /** @throws Problem 404 it is about a case the actor is concerned in */
  async assertOpen(actor: Actor, stream: string): Promise<void> {
    if (await this.isClosed(actor, stream)) throw new Problem(404, 'not-found');
  }

  /**
   * To be awaited before the history of a stream is shown: that an auditor saw it is on record as any look is.
   * @throws LogUnavailable then nothing may be shown
   */
  async looked({ code, institution, role }: Actor, stream: string): Promise<void> {
    if (!aboutCase.test(stream)) return;
    const look = { stream, action: 'auditHistory', institution, role, purpose: 'audit' };
    await recordRead(this.platform, code, 'Looked', look);
  }

  async #caseOf(stream: string): Promise<string | undefined> {
    const [, kind, id = ''] = aboutCase.exec(stream) ?? [];
    if (kind !== 'referral') return kind && id;
    const card = (await this.platform.views.get(projectionOf(kind), id)) as { readonly case?: string } | undefined;
    return card?.case;
  }
}
