/** One jest for every kind of test: the folders under test/ mirror src/, and test/e2e drives the real client. */
module.exports = {
  testEnvironment: '<rootDir>/testing/jest/own-storage.ts',
  // One more than the processors that CI has: tests that kill, stop and hold up processes wait half of their time.
  maxWorkers: 3,
  runtime: '<rootDir>/testing/jest/one-realm.js',
  testSequencer: '<rootDir>/testing/jest/longest-first.js',
  // What hangs, fails; no test is limited by how busy a machine is.
  testTimeout: 600_000,
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  // Sources name their imports as Node will see them (.js); Jest reads the .ts beside.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  globalSetup: '<rootDir>/testing/jest/start-azurite.ts',
  globalTeardown: '<rootDir>/testing/jest/stop-azurite.ts',
};
