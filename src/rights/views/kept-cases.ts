import { projection } from '#projection';
import { type CaseFacts, caseFacts } from '../../cases/published/facts.js';
import { recordClasses, retentionEnd } from '../../protocol/index.js';

/** A class of the records of a case, and until when they are kept once it is closed. */
export interface KeptCase {
  readonly case: string;
  /** A code of `recordClasses`. */
  readonly class: string;
  readonly person: string;
  readonly country: string;
  readonly institution: string;
  /** While it is closed: the rule that sets the end, and the end. */
  readonly end?: {
    readonly rule: string;
    readonly version: number;
    readonly due: string;
    /** The kinds of data of the class; absent: all. */
    readonly categories?: readonly string[];
  };
}

const open = ({ end: _, ...kept }: KeptCase): KeptCase => kept;

const keysOf = (id: string): readonly string[] => recordClasses.entries.map(({ code }) => `${id}/${code}`);

/** By case and class. List `over`: those of closed cases, by when the time they are kept is over. */
export const keptCases = projection<CaseFacts, KeptCase>({
  name: 'kept-cases',
  version: 2,
  events: caseFacts,
  key: ({ data }) => ('case' in data ? keysOf(data.case) : undefined),
  empty: (key) => {
    const [id = '', name = ''] = key.split('/');
    return { case: id, class: name, person: '', country: '', institution: '' };
  },
  on: {
    'CaseOpened.v1': (kept, { data: { person, country, institution } }) => ({ ...kept, person, country, institution }),
    'CaseTransferred.v1': (kept, { data }) => ({ ...kept, institution: data.to }),
    'CaseReopened.v1': (kept) => open(kept),
    'CaseClosed.v1': (kept, { metadata }) => {
      const { country, class: name } = kept;
      const deadline = country === '' ? undefined : retentionEnd(country, name, metadata['effectiveAt'] ?? '');
      if (deadline === undefined) return open(kept);
      const { rule, due } = deadline;
      return { ...kept, end: { rule: rule.id, version: rule.version, due, ...rule.value } };
    },
  },
  index: ({ end }) => (end === undefined ? [] : [['over', end.due]]),
});
