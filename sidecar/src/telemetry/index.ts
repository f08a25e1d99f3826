export {
  type AdminOptions,
  type AdminServer,
  type ReadyCheck,
  serveAdmin,
} from './admin-server.ts';
export {
  ConnectionCounters,
  type CountedOutcome,
  type CountedVerdict,
  Counters,
  type OutcomeCounts,
} from './counters.ts';
export type { Log } from './log.ts';
export { createLogger, type LoggerLevel } from './logger.ts';
export { createMetrics, type Metrics, type MetricSources } from './metrics.ts';
