/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  // "source" makes the "#lib" imports of package.json point at the TypeScript files.
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  roots: ['<rootDir>/src', '<rootDir>/libs', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/bench/'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.tsx?$': '@swc/jest' },
  setupFiles: ['reflect-metadata'],
  maxWorkers: 2,
  workerIdleMemoryLimit: '512MB',
  testTimeout: 60000,
};
