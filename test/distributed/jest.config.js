import usual from '../../jest.config.js';

/** What needs Kafka and PostgreSQL: one suite after the other, for they share them. Run by `npm run test:distributed`. */
export default {
  ...usual,
  rootDir: '../..',
  roots: ['<rootDir>/test/distributed'],
  testMatch: ['**/*.distributed.ts'],
  maxWorkers: 1,
  testTimeout: 180_000,
};
