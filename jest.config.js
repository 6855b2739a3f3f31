const project = (name, testMatch, extra = {}) => ({
  displayName: name,
  rootDir: '.',
  testEnvironment: 'node',
  testMatch: [`<rootDir>/test/${testMatch}`],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': '@swc/jest' },
  ...extra,
});

const database = {
  globalSetup: '<rootDir>/test/support/database-setup.js',
  globalTeardown: '<rootDir>/test/support/database-teardown.js',
};

export default {
  testTimeout: 60_000,
  maxWorkers: 2,
  projects: [
    project('unit', 'unit/**/*.test.ts'),
    project('architecture', 'architecture/**/*.test.ts'),
    project('integration', 'integration/**/*.int.test.ts', database),
    project('e2e', 'e2e/**/*.e2e.test.ts', database),
  ],
};
