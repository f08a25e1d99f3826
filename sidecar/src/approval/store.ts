import fs from 'node:fs';
import path from 'node:path';
import { approvalLimits } from '../config/limits.ts';
import { SidecarError } from '../errors.ts';
import type { Entry } from './entry.ts';
import { closed, restored } from './restore.ts';
import type { ApprovalObject } from './types.ts';

/** Where Approvals outlive the process. */
export interface ApprovalStore {
  /** @throws SidecarError RECORDING_UNAVAILABLE */
  readonly save: (approval: ApprovalObject) => void;
  readonly has: (name: string) => boolean;
  /** Approvals of earlier lives of the sidecar that have ended, with their lives or before, oldest first. */
  readonly earlier: readonly ApprovalObject[];
  /** Those that go on. */
  readonly open: readonly Entry[];
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
  const earlier: ApprovalObject[] = [];
  const open: Entry[] = [];
  for (const approval of loadEarlier(directory)) {
    const entry = restored(approval, nowMs);
    if (entry !== undefined) {
      open.push(entry);
      continue;
    }
    const ended = closed(approval, nowMs);
    if (ended !== approval) save(ended);
    earlier.push(ended);
  }
  return { save, has: (name) => fs.existsSync(fileOf(name)), earlier, open };
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
