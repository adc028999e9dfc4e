import {
  type Code,
  code,
  factCatalogue,
  type FactInstant,
  factInstant,
  publish,
  type RandomId,
  randomId,
} from '#publishing';
import { requestEvents } from '../domain/request-events.js';
import { subjectEvents } from '../domain/subject-events.js';

/** That data were erased, so that others erase their own copies. */
export type SubjectFacts = {
  /** `categories` absent: all. */
  'SubjectErased.v1': { person: RandomId; country: Code; institution: Code; categories?: Code[] };
};

/** How requests of persons are answered. */
export type RequestFacts = {
  'RightsRequestReceived.v1': { request: RandomId; country: Code; institution: Code; right: Code; due?: FactInstant };
  'RightsRequestAnswered.v1': { request: RandomId; institution: Code; right: Code; outcome: Code; late: boolean };
};

export const subjectFacts = factCatalogue<SubjectFacts>({ 'SubjectErased.v1': true });

export const requestFacts = factCatalogue<RequestFacts>({
  'RightsRequestReceived.v1': true,
  'RightsRequestAnswered.v1': true,
});

export const subjectPublication = publish(subjectEvents, subjectFacts, {
  SubjectErased: ({ data: { person, country, institution, categories } }) => ({
    type: 'SubjectErased.v1',
    data: {
      person: randomId(person),
      country: code(country),
      institution: code(institution),
      ...(categories === undefined ? {} : { categories: categories.map(code) }),
    },
  }),
});

const requestOf = (stream: string): RandomId => randomId(stream.slice('request-'.length));

export const requestPublication = publish(requestEvents, requestFacts, {
  RightsRequestReceived: ({ stream, data: { country, institution, right, clock } }) => ({
    type: 'RightsRequestReceived.v1',
    data: {
      request: requestOf(stream),
      country: code(country),
      institution: code(institution),
      right: code(right),
      ...(clock === undefined ? {} : { due: factInstant(clock.due) }),
    },
  }),
  RightsRequestAnswered: ({ stream, data: { institution, right, outcome, late } }) => ({
    type: 'RightsRequestAnswered.v1',
    data: {
      request: requestOf(stream),
      institution: code(institution),
      right: code(right),
      outcome: code(outcome),
      late,
    },
  }),
});
