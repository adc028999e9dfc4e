import usual from '../../jest.config.js';

/** What needs a broker: one suite after the other, for they share it. Run by `npm run test:kafka`. */
export default {
  ...usual,
  rootDir: '../..',
  roots: ['<rootDir>/test/kafka'],
  testMatch: ['**/*.kafka.ts'],
  maxWorkers: 1,
  testTimeout: 180_000,
};
