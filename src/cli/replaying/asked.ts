import type { OtherRules } from '../../audit/domain/what-if.js';

/** Whose past is asked about. */
export type Thing =
  | { readonly of: 'case' | 'referral'; readonly id: string }
  | { readonly of: 'queue'; readonly institution: string; readonly queue: string }
  | { readonly of: 'month'; readonly board: string; readonly month: string };

/** What is asked. Points are texts: `position:…`, `known:…`, `happened:…`; left out: now. */
export type Asked =
  | { readonly do: 'show'; readonly thing: Thing; readonly at?: string }
  | { readonly do: 'diff'; readonly thing: Thing; readonly from: string; readonly to?: string }
  | {
      readonly do: 'compare';
      readonly board: string;
      readonly month: string;
      readonly version: number;
      readonly profile: 'board' | 'public';
    }
  | {
      readonly do: 'what-if';
      readonly of: { readonly case: string } | { readonly board: string };
      readonly rules: OtherRules;
    };

/** Answers with JSON, whether from a server or from files. */
export type Answering = (asked: Asked) => Promise<unknown>;
