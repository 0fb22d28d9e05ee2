/** One project per kind of test; `npm test` runs them all, `npm run test:unit` needs neither network nor server. */
const base = {
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } },
    ],
  },
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/scripts/suppressed-error.mjs'],
  modulePathIgnorePatterns: ['<rootDir>/.cache', '<rootDir>/dist'],
};

const kind = (displayName, testMatch, rest = {}) => ({ ...base, displayName, testMatch, ...rest });

export default {
  // A machine that is busy with the rest of the suite must not fail a test: how long something takes is for bench/.
  testTimeout: 60_000,
  testSequencer: '<rootDir>/scripts/sequencer.mjs',
  projects: [
    kind('unit', ['<rootDir>/test/**/*.test.ts'], {
      testPathIgnorePatterns: ['/node_modules/', '/test/(oracle|db|e2e|workflows)/'],
    }),
    kind('oracle', ['<rootDir>/test/oracle/**/*.test.ts']),
    kind('db', ['<rootDir>/test/db/**/*.test.ts']),
    kind('workflows', ['<rootDir>/test/workflows/**/*.test.ts']),
    kind('e2e', ['<rootDir>/test/e2e/**/*.test.ts']),
  ],
};
