import { projection } from '#projection';
import { type CaseFacts, caseFacts } from '../../cases/published/facts.js';
import { retentionEnd } from '../../protocol/index.js';

/** A case, and until when its records are kept once it is closed. */
export interface KeptCase {
  readonly case: string;
  readonly person: string;
  readonly country: string;
  readonly institution: string;
  /** While it is closed: the rule that sets the end, and the end. */
  readonly end?: { readonly rule: string; readonly version: number; readonly due: string };
}

const open = ({ end: _, ...kept }: KeptCase): KeptCase => kept;

/** By case. List `over`: closed cases, by when the time their records are kept is over. */
export const keptCases = projection<CaseFacts, KeptCase>({
  name: 'kept-cases',
  version: 1,
  events: caseFacts,
  key: ({ data }) => ('case' in data ? data.case : undefined),
  empty: (id) => ({ case: id, person: '', country: '', institution: '' }),
  on: {
    'CaseOpened.v1': (kept, { data: { person, country, institution } }) => ({ ...kept, person, country, institution }),
    'CaseTransferred.v1': (kept, { data }) => ({ ...kept, institution: data.to }),
    'CaseReopened.v1': (kept) => open(kept),
    'CaseClosed.v1': (kept, { metadata }) => {
      const deadline = kept.country === '' ? undefined : retentionEnd(kept.country, metadata['effectiveAt'] ?? '');
      if (deadline === undefined) return open(kept);
      const { rule, due } = deadline;
      return { ...kept, end: { rule: rule.id, version: rule.version, due } };
    },
  },
  index: ({ end }) => (end === undefined ? [] : [['over', end.due]]),
});
