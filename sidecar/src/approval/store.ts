import fs from 'node:fs';
import path from 'node:path';
import { approvalLimits } from '../config/limits.ts';
import { SidecarError } from '../errors.ts';
import type { ApprovalObject, Condition } from './types.ts';

/** Where Approvals outlive the process: what was pending when it ended is shown afterwards as withdrawn. */
export interface ApprovalStore {
  /** @throws SidecarError RECORDING_UNAVAILABLE */
  readonly save: (approval: ApprovalObject) => void;
  readonly has: (name: string) => boolean;
  /** Approvals of earlier lives of the sidecar, oldest first; none of them is open. */
  readonly earlier: readonly ApprovalObject[];
}

const SUFFIX = '.json';

/** One file per Approval in `directory` (mode 0600), replaced as a whole. The command in it is as the recording keeps it. */
export function openApprovalStore(directory: string, nowMs: number): ApprovalStore {
  fs.mkdirSync(directory, { recursive: true, mode: 0o700 });
  const fileOf = (name: string): string => path.join(directory, name + SUFFIX);
  const save = (approval: ApprovalObject): void => {
    const file = fileOf(approval.metadata.name);
    const draft = `${file}.tmp`;
    try {
      fs.writeFileSync(draft, `${JSON.stringify(approval, null, 2)}\n`, { mode: 0o600 });
      fs.renameSync(draft, file);
    } catch (cause) {
      fs.rmSync(draft, { force: true });
      throw new SidecarError('RECORDING_UNAVAILABLE', 'The Approval cannot be written to disk.', {
        cause,
        facts: { approval: approval.metadata.name },
      });
    }
  };
  return {
    save,
    has: (name) => fs.existsSync(fileOf(name)),
    earlier: loadEarlier(directory).map((approval) => {
      const closed = closeOpen(approval, nowMs);
      if (closed !== approval) save(closed);
      return closed;
    }),
  };
}

function loadEarlier(directory: string): readonly ApprovalObject[] {
  const files = fs
    .readdirSync(directory)
    .filter((f) => f.endsWith(SUFFIX))
    .map((f) => path.join(directory, f))
    .map((file) => ({ file, mtimeMs: fs.statSync(file).mtimeMs }))
    .sort((a, b) => a.mtimeMs - b.mtimeMs)
    .slice(-approvalLimits.settledKept.value);
  return files.flatMap(({ file }) => {
    const approval = parse(file);
    return approval === undefined ? [] : [approval];
  });
}

/** A file that is no Approval is left where it is and not shown. */
function parse(file: string): ApprovalObject | undefined {
  try {
    const value = JSON.parse(fs.readFileSync(file, 'utf8')) as Partial<ApprovalObject> | null;
    const named = value?.metadata?.name === path.basename(file, SUFFIX);
    const whole = value?.kind === 'Approval' && value.spec?.expiresAt !== undefined;
    return named && whole && value.status !== undefined ? (value as ApprovalObject) : undefined;
  } catch {
    return undefined;
  }
}

function closeOpen(approval: ApprovalObject, nowMs: number): ApprovalObject {
  const { phase } = approval.status;
  if (phase !== 'Pending' && phase !== 'Approved') return approval;
  const late = Date.parse(approval.spec.expiresAt) <= nowMs;
  const condition: Condition = {
    type: 'Settled',
    status: 'True',
    reason: late ? 'Expired' : 'Withdrawn',
    message: late ? 'nobody decided in time' : 'the sidecar was restarted',
    lastTransitionTime: new Date(nowMs).toISOString(),
  };
  return { ...approval, status: { ...approval.status, phase: 'Expired', conditions: [condition] } };
}
