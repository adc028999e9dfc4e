import type { RecordedEvent } from '#event-log';

/** Which reads are asked about. */
export interface ReadsAsked {
  /** Only of these streams: of a case and its referrals. */
  readonly streams?: ReadonlySet<string>;
  /** Recorded from this instant on, and before that one. */
  readonly from?: string;
  readonly until?: string;
}

/** Somebody looked, searched, took out or was refused: what, and never what it said. */
export interface SeenRead {
  readonly at: string;
  readonly institution: string;
  readonly role: string;
  readonly purpose: string;
  /** Of whose record; of a file kept apart, or of somebody's own record, its kind and no more. */
  readonly stream: string;
  readonly outcome: 'opened' | 'listed' | 'searched' | 'exported' | 'refused';
  /** The class of data, which list, the traits searched by, what was taken out, or what was refused. */
  readonly what: string;
  /** How many lines the list had. Of whom they told is left out, also of whose it is not that is asked about. */
  readonly lines?: number;
  /** The emergency access it was done under. */
  readonly glass?: string;
}

interface Data {
  readonly stream?: string;
  readonly institution?: string;
  readonly role?: string;
  readonly purpose?: string;
  readonly glass?: string;
  readonly category?: string;
  readonly by?: readonly string[];
  readonly what?: string;
  readonly action?: string;
  readonly lines?: readonly string[];
}

const outcomes: Readonly<Record<string, SeenRead['outcome']>> = {
  ...{ Looked: 'opened', SectionOpened: 'opened', Listed: 'listed' },
  ...{ Searched: 'searched', Exported: 'exported', Refused: 'refused' },
};

/**
 * Of these only the kind is told. Which participant's file it was could lead from his file to her case; records of staff
 * and of emergency accesses bear the code of whoever looked, and one of them would name all that person's reads.
 */
const unnamed = ['enrolment', 'staff', 'glass', 'list'];

const shown = (stream: string): string => unnamed.find((kind) => stream.startsWith(`${kind}-`)) ?? stream;

/** A read as an auditor sees it, if it is asked about; who it was is left to whoever names them. */
export function seenRead({ type, data, metadata }: RecordedEvent, asked: ReadsAsked): SeenRead | undefined {
  const { stream = '', institution = '', role = '', purpose = '', glass, lines, ...told } = data as Data;
  const at = metadata['recordedAt'] ?? '';
  const { streams, from = '', until } = asked;
  const outcome = outcomes[type];
  if (outcome === undefined || at < from || (until !== undefined && at >= until)) return undefined;
  if (streams !== undefined && ![stream, ...(lines ?? [])].some((each) => streams.has(each))) return undefined;
  const what = told.category ?? told.by?.join(', ') ?? told.what ?? told.action ?? '';
  return {
    ...{ at, institution, role, purpose, outcome, what, stream: shown(stream) },
    ...(lines === undefined ? {} : { lines: lines.length }),
    ...(glass === undefined ? {} : { glass }),
  };
}
