import {
  type Code,
  code,
  factCatalogue,
  type FactInstant,
  factInstant,
  publish,
  type PublicName,
  publicName,
  type RandomId,
  randomId,
} from '#publishing';
import { agreementEvents } from '../domain/agreement-events.js';
import { type CancelReason, cancelReasons, type ProgressNote, progressNotes } from '../domain/codes.js';
import { among } from './among.js';

interface Of {
  board: Code;
  agreement: RandomId;
}

/** What others are told of agreements. Days are codes: `2026-04-30`. */
export type AgreementFacts = {
  'AgreementAdopted.v1': Of & {
    session: RandomId;
    owner: Code;
    due: Code;
    dueAt: FactInstant;
    text: PublicName;
    /** The indicator of the report it is meant to move. */
    indicator?: Code;
    serves?: { plan: RandomId; action: Code };
  };
  'AgreementCarriedOver.v1': Of & { session: RandomId; times: number };
  'AgreementProgressed.v1': Of & { note: ProgressNote };
  'AgreementRescheduled.v1': Of & { was: Code; due: Code; dueAt: FactInstant; times: number };
  'AgreementLate.v1': Of & { owner: Code; due: Code; dueAt: FactInstant };
  /** Evidence: SHA-256 of a file, in hexadecimal. */
  'AgreementDone.v1': Of & { evidence: Code; late: boolean };
  'AgreementCancelled.v1': Of & { reason: CancelReason };
};

export const agreementFacts = factCatalogue<AgreementFacts>({
  'AgreementAdopted.v1': true,
  'AgreementCarriedOver.v1': true,
  'AgreementProgressed.v1': true,
  'AgreementRescheduled.v1': true,
  'AgreementLate.v1': true,
  'AgreementDone.v1': true,
  'AgreementCancelled.v1': true,
});

/** A stream is `agreement-<id>`. */
const of = (stream: string, { board }: { readonly board: string }): Of => ({
  board: code(board),
  agreement: randomId(stream.slice('agreement-'.length)),
});

export const agreementPublication = publish(agreementEvents, agreementFacts, {
  AgreementAdopted: ({ stream, data }) => ({
    type: 'AgreementAdopted.v1',
    data: {
      ...of(stream, data),
      session: randomId(data.session),
      owner: code(data.owner),
      due: code(data.due),
      dueAt: factInstant(data.dueAt),
      text: publicName(data.text),
      ...(data.indicator === undefined ? {} : { indicator: code(data.indicator) }),
      ...(data.serves === undefined
        ? {}
        : { serves: { plan: randomId(data.serves.plan), action: code(data.serves.action) } }),
    },
  }),
  AgreementCarriedOver: ({ stream, data }) => ({
    type: 'AgreementCarriedOver.v1',
    data: { ...of(stream, data), session: randomId(data.session), times: data.times },
  }),
  AgreementProgressed: ({ stream, data }) => ({
    type: 'AgreementProgressed.v1',
    data: { ...of(stream, data), note: among(progressNotes, data.note) },
  }),
  AgreementRescheduled: ({ stream, data }) => ({
    type: 'AgreementRescheduled.v1',
    data: {
      ...of(stream, data),
      was: code(data.was),
      due: code(data.due),
      dueAt: factInstant(data.dueAt),
      times: data.times,
    },
  }),
  AgreementLate: ({ stream, data }) => ({
    type: 'AgreementLate.v1',
    data: { ...of(stream, data), owner: code(data.owner), due: code(data.due), dueAt: factInstant(data.dueAt) },
  }),
  AgreementDone: ({ stream, data }) => ({
    type: 'AgreementDone.v1',
    data: { ...of(stream, data), evidence: code(data.evidence), late: data.late },
  }),
  AgreementCancelled: ({ stream, data }) => ({
    type: 'AgreementCancelled.v1',
    data: { ...of(stream, data), reason: among(cancelReasons, data.reason) },
  }),
});
