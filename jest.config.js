// Sources are ES modules with TypeScript's erasable syntax; swc strips it, Node runs the rest as it is.
const transform = {
  '^.+\\.ts$': [
    '@swc/jest',
    { jsc: { parser: { syntax: 'typescript' }, target: 'es2024' }, sourceMaps: 'inline' },
  ],
};

const project = (name, extra = {}) => ({
  displayName: name,
  rootDir: `${import.meta.dirname}/${name}`,
  testMatch: ['<rootDir>/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform,
  transformIgnorePatterns: ['/node_modules/(?!@chaperone/)'],
  testEnvironment: 'node',
  ...extra,
});

const patient = { setupFilesAfterEnv: [`${import.meta.dirname}/hack/long-timeout.ts`] };

export default {
  projects: [
    ...['crds', 'core', 'sidecar', 'operator', 'cli'].map((name) => project(name)),
    // Real servers and clients: minutes, where a unit test has five seconds.
    project('test', { ...patient, testPathIgnorePatterns: ['<rootDir>/cluster/'] }),
    // What needs a kubelet: hack/test.ts runs it for itself, file by file.
    project('test/cluster', patient),
  ],
  maxWorkers: 2,
  // Milliseconds. A property test on a busy machine of two cores takes several seconds.
  testTimeout: 30_000,
  coverageProvider: 'v8',
  coverageDirectory: '.cache/coverage',
  coverageReporters: ['text-summary', 'html', 'json-summary'],
  collectCoverageFrom: [
    '**/src/**/*.ts',
    '!**/*.test.ts',
    '!**/generated/**',
    '!**/types.ts',
    '!**/main.ts',
  ],
};
