import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#service';
import { PLATFORM, type Platform } from '../../platform.js';
import { recordListed } from '../../reads.js';

/** What shows cases, referrals or persons line by line: under which code it is on record, and what it is looked at for. */
export const lists = {
  listToday: 'care',
  listCases: 'care',
  listReferrals: 'care',
  listStuck: 'care',
  listBundle: 'care',
  listReferring: 'care',
  listPerson: 'care',
  listPairs: 'search',
  listRights: 'review',
  listSeals: 'review',
  listEmergencies: 'review',
  listSupport: 'care',
  listParticipants: 'care',
  listHelps: 'care',
  listQueue: 'audit',
  listCauses: 'audit',
  listClocks: 'audit',
  listUndelivered: 'delivery',
} as const;
export type ListCode = keyof typeof lists;

/** What a line is about, as the record names it. */
export const aboutCase = ({ id }: { readonly id: string }): string => `case-${id}`;
export const aboutReferral = ({ id }: { readonly id: string }): string => `referral-${id}`;
export const aboutPerson = ({ person }: { readonly person: string }): string => `person-${person}`;
/** Of something that is about a case. */
export const aboutItsCase = (it: { readonly case: string }): string => `case-${it.case}`;

/** Where lists say whom they are about to tell of. Which route shows which list is in the table of routes. */
@Injectable()
export class Lists {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  /**
   * To be awaited before a list is shown: one record, however long the list is. An empty list tells of nobody, and leaves
   * none.
   * @param streams what its lines are about: `case-…`, `referral-…`, `person-…`; the same one twice counts once
   * @throws LogUnavailable then nothing may be shown
   */
  async shown({ code, institution, role }: Actor, what: ListCode, streams: readonly string[]): Promise<void> {
    const lines = [...new Set(streams)];
    if (lines.length === 0) return;
    await recordListed(this.platform, code, { what, lines, institution, role, purpose: lists[what] });
  }
}
