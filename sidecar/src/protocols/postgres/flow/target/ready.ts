import type { Buffer } from 'node:buffer';
import type { TransactionStatus } from '../state.ts';
import { isOwn } from './own.ts';
import type { TargetSide } from './target-side.ts';

const STATUSES: ReadonlyMap<number, TransactionStatus> = new Map([
  [0x49, 'I'],
  [0x54, 'T'],
  [0x45, 'E'],
]);

/** ReadyForQuery: a Query or a Sync is answered in full. */
export function readyForQuery(side: TargetSide, buffer: Buffer, start: number, end: number): void {
  if (isOwn(side, 'Z')) return;
  const owed = side.state.pending.shift();
  const status = STATUSES.get(buffer[start + 5] ?? 0);
  const expected =
    owed?.kind === 'sync' || owed?.kind === 'query' || owed?.kind === 'refused-query';
  if (!expected || status === undefined) {
    side.violation('readiness that nothing asked for');
    return;
  }
  if (owed.kind === 'query') side.reply.end(owed.running, 'success');
  side.reply.mend();
  side.state.meaning.ready(status);
  if (status === 'I') endOfTransaction(side);
  side.outgoing.keep(start, end);
}

function endOfTransaction(side: TargetSide): void {
  side.reply.endTransaction();
  for (const portal of side.state.names.endPortals()) side.state.skipped(portal);
  // What is still in flight may change the catalog again.
  if (!side.state.catalogChanged || side.state.pending.size > 0) return;
  side.state.catalogChanged = false;
  side.state.classifier.invalidate();
}
