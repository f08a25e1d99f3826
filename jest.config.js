// Sources are ES modules with TypeScript's erasable syntax; swc strips it, Node runs the rest as it is.
const transform = {
  '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2024' } }],
};
const project = (name) => ({
  displayName: name,
  rootDir: `${import.meta.dirname}/${name}`,
  testMatch: ['<rootDir>/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform,
  transformIgnorePatterns: ['/node_modules/(?!@chaperone/)'],
  testEnvironment: 'node',
});

export default { projects: ['crds', 'core', 'sidecar', 'cli', 'test'].map(project) };
