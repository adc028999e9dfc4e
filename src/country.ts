import { AsyncLocalStorage } from 'node:async_hooks';
import { jurisdiction } from './protocol/index.js';

/** Where nobody is known yet: the way in, and what is public. */
const otherwise = 'PE';

const countries = new AsyncLocalStorage<string>();

/** Answers a request as one of a country: its codes, words, clocks and number formats. */
export const inCountry = <T>(country: string, answer: () => T): T => countries.run(country, answer);

/** The country of the institution whose people ask: whose law, words and formats they see. */
export const countryNow = (): string => countries.getStore() ?? otherwise;

/** The zone of its clocks. */
export const zoneNow = (): string => jurisdiction(countryNow()).zone;

/** What its numbers and dates are written in. */
export const localeNow = (): string => jurisdiction(countryNow()).locale;
