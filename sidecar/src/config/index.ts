export { type Address, isLoopback, parseAddress } from './address.ts';
export {
  type BrokerAddress,
  type LogLevel,
  parseArguments,
  type ParsedArguments,
  type SidecarOptions,
} from './arguments.ts';
export { approvalRule } from './grants.ts';
export { type ConfigScope, formatProblem, type Loaded, loadConfig, loadManifests } from './load.ts';
export { type AgentFacts, ConfigRefused, type ConfigSource } from './source.ts';
export type {
  ConfigProblem,
  ConfigSnapshot,
  ConfiguredConnection,
  ConfiguredGrant,
  ListenAddress,
  RefusedConnection,
  ServedConnection,
} from './types.ts';
export { ConfigWatcher, type WatchOptions } from './watch.ts';
