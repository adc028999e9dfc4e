import usual from '../../jest.config.js';

/** What needs a program in Java: the validator of FHIR. Run by `npm run test:fhir`. */
export default {
  ...usual,
  rootDir: '../..',
  roots: ['<rootDir>/test/interop'],
  testMatch: ['**/*.fhir.ts'],
  maxWorkers: 1,
  testTimeout: 180_000,
};
