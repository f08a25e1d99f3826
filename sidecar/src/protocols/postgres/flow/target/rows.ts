import { Buffer } from 'node:buffer';
import { formatAt } from '../../codec/index.ts';
import { inFormats } from '../formats.ts';
import { planRows } from '../masking.ts';
import type { Planned, Running } from '../names.ts';
import { ROW_MISSHAPEN, planOf } from '../row-plan.ts';
import type { RowPlan } from '../row-plan.ts';
import type { TargetSide } from './target-side.ts';

const HEADER = 5;

/**
 * The run of DataRows that begins here, where nothing has to be asked or looked into for a single one of them. Nothing a
 * target sends is trusted for that: a row is taken for one only where its length, its count of columns and its cells agree.
 * @returns the offset behind the last row that was sent; `start` where the first has to be dealt with by itself
 */
export function rowRun(side: TargetSide, buffer: Buffer, start: number, end: number): number {
  const owed = side.state.pending.first;
  if (owed?.kind !== 'execute' && owed?.kind !== 'query') return start;
  const { running } = owed;
  const { plan } = running;
  if (plan === 'unknown' || side.reply.cut || running.ended) return start;
  side.reply.begin(running);
  const maxRows = side.spending.unasked(running, end - start, side.reply.bytesOf(running));
  const behind = side.rows.sendRun(buffer, start, end, { plan, maxRows });
  if (behind === start) return start;
  running.rows += side.rows.ran;
  side.spending.took(side.rows.ran, behind - start);
  return behind;
}

/** One DataRow of the command that the target answers. */
export function dataRow(side: TargetSide, buffer: Buffer, start: number, end: number): void {
  const owed = side.state.pending.first;
  if (owed?.kind !== 'execute' && owed?.kind !== 'query') {
    side.violation('a row that nothing asked for');
    return;
  }
  const { running } = owed;
  side.reply.begin(running);
  running.rows++;
  if (side.reply.cut) return;
  if (side.spending.limited && exceeds(side, running, end - start)) return;
  const plan = planFrom(side, running);
  if (plan === undefined) side.violation('rows before their description');
  else if (side.rows.send(buffer, start, end, plan) === ROW_MISSHAPEN) {
    side.violation('a row that is not what its description says');
  }
}

/** The plan for the rows of this command: from its own description, or from its statement's. */
function planFrom(side: TargetSide, running: Running): RowPlan | undefined {
  if (running.plan !== 'unknown') return running.plan;
  const masking = side.state.masking();
  const description = running.statement?.description;
  let plan: RowPlan | undefined;
  if (masking.none) plan = NO_MASKS;
  else if (description !== undefined) plan = planFor(side, running, asBound(description, running));
  if (plan !== undefined) running.plan = plan;
  return plan;
}

/** The statement's description with the formats that its portal was bound with. */
function asBound(description: Buffer, { resultFormats }: Running): Buffer {
  if (resultFormats === undefined) return description;
  return inFormats(description, (column) => formatAt(resultFormats, column)) ?? description;
}

/** The plan that was made for this statement last, where all but the description that it was made from is still so. */
export function knownPlan(
  side: TargetSide,
  { statement, classification }: Running,
): Planned | undefined {
  const known = statement?.planned;
  return known?.masking === side.state.masking() && known.classification === classification
    ? known
    : undefined;
}

/** Makes the plan for a description, or finds that the statement's last one is still right. */
export function planFor(
  side: TargetSide,
  running: Running,
  description: Buffer,
): RowPlan | undefined {
  const masking = side.state.masking();
  if (masking.none) return NO_MASKS;
  const known = knownPlan(side, running);
  if (known?.description.equals(description) === true) return known.plan;
  const { statement, classification, result } = running;
  let keep = statement;
  const outdated = (): void => {
    keep = undefined;
    side.state.classifier.invalidate();
  };
  const plan = planRows(description, HEADER, description.length, {
    ...{ classification, masking, result, outdated },
  });
  if (plan !== undefined && keep !== undefined) {
    keep.planned = { plan, masking, classification, description: Buffer.from(description) };
  }
  return plan;
}

const NO_MASKS: RowPlan = planOf([], undefined);

/** Rows of the command under way need no look inside. */
export function passesUnread(side: TargetSide): boolean {
  const owed = side.state.pending.first;
  if (owed?.kind !== 'execute' && owed?.kind !== 'query') return false;
  return planFrom(side, owed.running)?.untouched === true;
}

/** A row larger than the buffer begins. Answers whether it is delivered. */
export function startLongRow(side: TargetSide, length: number, passes: boolean): boolean {
  const owed = side.state.pending.first;
  if ((owed?.kind !== 'execute' && owed?.kind !== 'query') || owed.running.ended) {
    side.violation('a row that nothing asked for');
    return false;
  }
  side.reply.begin(owed.running);
  owed.running.rows++;
  if (side.spending.limited && exceeds(side, owed.running, length)) return false;
  if (passes) return true;
  side.reply.cutOff({
    code: 'ROW_TOO_LARGE',
    message: `a row of ${String(length)} bytes is too large to be masked`,
    hint: 'Select the columns that you need, or a part of the large value.',
  });
  side.state.cancelTarget();
  return false;
}

/** A row of so many bytes would be more than policies allow: the result ends with an error. */
function exceeds(side: TargetSide, running: Running, bytes: number): boolean {
  const refusal = side.spending.next(running, bytes, side.reply.bytesOf(running));
  if (refusal === undefined) return false;
  side.reply.cutOff(refusal);
  side.state.cancelTarget();
  return true;
}
