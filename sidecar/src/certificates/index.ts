export type { Identity } from './identity.ts';
export { openIdentity, servedToAgents } from './open.ts';
