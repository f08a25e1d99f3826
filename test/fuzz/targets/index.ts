import type { FuzzTarget } from '../target.ts';
import { approvalTarget } from './approvals.ts';
import { arrayTarget } from './arrays.ts';
import { configTarget } from './config.ts';
import { copyRowsTarget } from './copy-rows.ts';
import { detectorTarget } from './detectors.ts';
import { frameTargets } from './frames.ts';
import { loginTargets } from './logins.ts';
import { recordTargets } from './record.ts';
import { scramTarget } from './scram.ts';
import { sessionTargets } from './session.ts';
import { sqlTarget } from './sql.ts';

/** Everything that takes bytes from an agent, a target, a person or a disk. */
export const targets: readonly FuzzTarget[] = [
  ...frameTargets,
  scramTarget,
  ...loginTargets,
  ...recordTargets,
  configTarget,
  sqlTarget,
  detectorTarget,
  copyRowsTarget,
  arrayTarget,
  approvalTarget,
  ...sessionTargets,
];
