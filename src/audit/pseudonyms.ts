import { createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Metadata } from '#event-log';
import { localDate } from '#terms';
import { zoneNow } from '../country.js';
import { PLATFORM, type Platform } from '../platform.js';

/** Whom an auditor sees: the same person under the same name within one session of one auditor, and nowhere else. */
@Injectable()
export class Pseudonyms {
  /** Where there is no vault nobody can be unmasked, and names last as long as the process. */
  readonly #own = randomBytes(32);

  constructor(
    @Inject(PLATFORM) private readonly platform: Pick<Platform, 'clock'> & Partial<Pick<Platform, 'vault'>>,
  ) {}

  /** `P-0A1B-2C3D-4E5F`. */
  async of(auditor: string, session: string, person: string): Promise<string> {
    const digest = await this.#mac(JSON.stringify([auditor, session, person]));
    const [, a = '', b = '', c = ''] = /^(.{4})(.{4})(.{4})/u.exec(digest.toUpperCase()) ?? [];
    return `P-${a}-${b}-${c}`;
  }

  /** The header of an event without who recorded it; what a rule of the system did is nobody's, and stays so. */
  async unnamed(auditor: string, metadata: Metadata): Promise<Metadata> {
    const { actor, origin } = metadata;
    if (actor === undefined || origin === 'policy') return metadata;
    const session = sessionOf(this.platform.clock.now(), undefined);
    return { ...metadata, actor: await this.of(auditor, session, actor) };
  }

  async #mac(text: string): Promise<string> {
    const { vault } = this.platform;
    if (vault === undefined) return createHmac('sha256', this.#own).update(text).digest('hex');
    return Buffer.from(await vault.mac('audit-pseudonym', text), 'base64url').toString('hex');
  }
}

/** The session an auditor names, or else the day. */
export const sessionOf = (now: string, named: string | undefined): string => named ?? localDate(now, zoneNow());
