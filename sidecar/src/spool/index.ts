export type { SpoolCounters } from './counters.ts';
export { realDisk, type Disk } from './disk.ts';
export type { Processes } from './lock.ts';
export type { SpoolLimits, SpoolOptions } from './options.ts';
export { SessionRecorder, type Durability, type SessionEnd } from './session-recorder.ts';
export { Spool } from './spool.ts';
export { newUlid } from './ulid.ts';
