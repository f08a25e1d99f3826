import type { FuzzTarget } from '../target.ts';
import { approvalTarget } from './approvals.ts';
import { configTarget } from './config.ts';
import { detectorTarget } from './detectors.ts';
import { frameTargets } from './frames.ts';
import { recordTargets } from './record.ts';
import { scramTarget } from './scram.ts';
import { sessionTargets } from './session.ts';
import { sqlTarget } from './sql.ts';

/** Everything that takes bytes from an agent, a target, a person or a disk. */
export const targets: readonly FuzzTarget[] = [
  ...frameTargets,
  scramTarget,
  ...recordTargets,
  configTarget,
  sqlTarget,
  detectorTarget,
  approvalTarget,
  ...sessionTargets,
];
