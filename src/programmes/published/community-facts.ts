import { type Code, code, factCatalogue, publish } from '#publishing';
import { helpEvents } from '../domain/community-help-events.js';
import { councilEvents } from '../domain/council-events.js';

/** What others are told of councils and of what their volunteers do: enough to count, and nobody’s id. */
export type CouncilFacts = {
  'CouncilFounded.v1': { council: Code; kind: Code; country: Code; district: Code };
  /** Days are codes: `2026-04-30`. */
  'CouncilJoined.v1': { council: Code; network: Code; from: Code };
  'CouncilLeft.v1': { council: Code; network: Code; until: Code };
  'CouncilEnded.v1': { council: Code; on: Code };
};

export const councilFacts = factCatalogue<CouncilFacts>({
  'CouncilFounded.v1': true,
  'CouncilJoined.v1': true,
  'CouncilLeft.v1': true,
  'CouncilEnded.v1': true,
});

export const councilPublication = publish(councilEvents, councilFacts, {
  CouncilFounded: ({ data }) => ({
    type: 'CouncilFounded.v1',
    data: {
      council: code(data.council),
      kind: code(data.kind),
      country: code(data.country),
      district: code(data.district),
    },
  }),
  CouncilJoined: ({ data }) => ({
    type: 'CouncilJoined.v1',
    data: { council: code(data.council), network: code(data.network), from: code(data.from) },
  }),
  CouncilLeft: ({ data }) => ({
    type: 'CouncilLeft.v1',
    data: { council: code(data.council), network: code(data.network), until: code(data.until) },
  }),
  CouncilEnded: ({ data }) => ({
    type: 'CouncilEnded.v1',
    data: { council: code(data.council), on: code(data.on) },
  }),
});

export type HelpFacts = {
  /** Neither case nor person: an act in a small community says enough already. */
  'HelpRecorded.v1': {
    council: Code;
    country: Code;
    district: Code;
    matter: Code;
    language: Code;
    acts: Code[];
  };
  'HelpContinued.v1': { council: Code; country: Code; district: Code; matter: Code; act: Code };
};

export const helpFacts = factCatalogue<HelpFacts>({ 'HelpRecorded.v1': true, 'HelpContinued.v1': true });

export const helpPublication = publish(helpEvents, helpFacts, {
  HelpRecorded: ({ data }) => ({
    type: 'HelpRecorded.v1',
    data: {
      council: code(data.council),
      country: code(data.country),
      district: code(data.district),
      matter: code(data.matter),
      language: code(data.language),
      acts: data.acts.map(code),
    },
  }),
  HelpContinued: ({ data }) => ({
    type: 'HelpContinued.v1',
    data: {
      council: code(data.council),
      country: code(data.country),
      district: code(data.district),
      matter: code(data.matter),
      act: code(data.act),
    },
  }),
});
