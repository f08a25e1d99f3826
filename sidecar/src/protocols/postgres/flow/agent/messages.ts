import type { Buffer } from 'node:buffer';
import type { Refusal } from '../../../protocol.ts';
import type { Classification } from '../../catalog/classification.ts';
import {
  decodeClose,
  decodeDescribe,
  decodeExecute,
  decodeQuery,
  isMalformed,
} from '../../codec/index.ts';
import { OWED_SYNC } from '../pending.ts';
import type { AgentSide, Handled } from './agent-side.ts';
import { bind } from './bind.ts';
import {
  awaitCopy,
  copyData,
  copyEnd,
  copyFail,
  describeCopies,
  notCopyable,
  unsupported,
} from './copy.ts';
import { notExecutable, requestOf, running } from './command.ts';
import { parse } from './parse.ts';
import { writesPlaceholder } from '../written-back.ts';

const BODY = 5;

/** Handles the frame `[start, end)` of its type. */
export type MessageHandler = (
  side: AgentSide,
  buffer: Buffer,
  start: number,
  end: number,
) => Handled;

const unsupportedCall: Refusal = {
  code: 'UNSUPPORTED_FUNCTION_CALL',
  message: 'the FunctionCall message is not supported',
};

function query(side: AgentSide, buffer: Buffer, start: number, end: number): Handled {
  const message = decodeQuery(buffer, start + BODY, end);
  if (isMalformed(message)) return side.malformed(message);
  if (!side.settling.settled()) return 'wait';
  const found = side.classify(message.text);
  const classification = side.settling.meant(found);
  if (classification === undefined) return 'wait';
  const request = requestOf(classification);
  const refusal = refusalOf(side, classification);
  const passage =
    refusal === undefined ? side.admit(request) : side.state.path.refuse(request, refusal);
  if (passage === undefined) return 'wait';
  if (passage.permit === undefined) return side.substituteQuery(passage.refusal);
  if (classification.invalidates) side.state.catalogChanged = true;
  const command = running(passage, classification, undefined, side.state.activeAt);
  describeCopies(side, command, true);
  side.state.meaning.passed(classification);
  side.state.meaning.begins(command);
  side.state.pending.push({ kind: 'query', running: command });
  side.forward(passage.permit, start, end);
  awaitCopy(side, command);
  return 'done';
}

function refusalOf(side: AgentSide, classification: Classification): Refusal | undefined {
  return (
    classification.refusal ??
    notExecutable(side.state, classification) ??
    notCopyable(side.state, classification) ??
    writesPlaceholder(classification, []) ??
    (classification.copies !== undefined && side.unsynced ? UNSYNCED : undefined)
  );
}

function describe(side: AgentSide, buffer: Buffer, start: number, end: number): Handled {
  const message = decodeDescribe(buffer, start + BODY, end);
  if (isMalformed(message)) return side.malformed(message);
  const { names, pending } = side.state;
  if (message.of === 'statement') {
    const statement = names.statement(message.name);
    if (statement === undefined) return side.substitute(noStatement(message.name));
    statement.describing = true;
    pending.push({ kind: 'describe-statement', statement });
  } else {
    const portal = names.portal(message.name);
    if (portal === undefined) return side.substitute(noPortal(message.name));
    pending.push({ kind: 'describe-portal', running: portal });
  }
  side.relay(start, end);
  return 'done';
}

function execute(side: AgentSide, buffer: Buffer, start: number, end: number): Handled {
  const message = decodeExecute(buffer, start + BODY, end);
  if (isMalformed(message)) return side.malformed(message);
  const portal = side.state.names.portal(message.portal);
  if (portal === undefined) return side.substitute(noPortal(message.portal));
  if (portal.ended) return side.substitute(portalEnded(message.portal));
  const outdated = side.state.path.outdated(portal.command);
  if (outdated !== undefined) {
    const request = requestOf(portal.classification);
    return side.substitute(side.state.path.refuse(request, outdated).refusal);
  }
  if (portal.classification.session !== undefined) {
    if (!side.settling.settled()) return 'wait';
    if (side.state.meaning.isOutdated(portal.classification))
      return side.substitute(meansOther(message.portal));
    side.state.meaning.begins(portal);
  }
  side.state.pending.push({ kind: 'execute', running: portal });
  side.forward(portal.permit, start, end);
  awaitCopy(side, portal);
  return 'done';
}

function close(side: AgentSide, buffer: Buffer, start: number, end: number): Handled {
  const message = decodeClose(buffer, start + BODY, end);
  if (isMalformed(message)) return side.malformed(message);
  const { names, pending } = side.state;
  const closes = message.of === 'portal' ? names.portal(message.name) : undefined;
  const change =
    message.of === 'statement'
      ? names.setStatement(message.name, undefined)
      : names.setPortal(message.name, undefined);
  pending.push({ kind: 'close', change, closes });
  side.relay(start, end);
  return 'done';
}

/** A server that takes the data of a copy ignores it, and answers the one behind CopyDone. */
function sync(side: AgentSide, _buffer: Buffer, start: number, end: number): Handled {
  if (side.state.copyIn !== undefined) return 'done';
  side.endSync();
  side.state.pending.push(OWED_SYNC);
  side.relay(start, end);
  return 'done';
}

function flush(side: AgentSide, _buffer: Buffer, start: number, end: number): Handled {
  side.relay(start, end);
  return 'done';
}

function terminate(side: AgentSide): Handled {
  side.terminate();
  return 'done';
}

function functionCall(side: AgentSide): Handled {
  const { refusal } = side.state.path.refuse(requestOf(NO_TEXT), unsupportedCall);
  return side.substituteQuery(refusal);
}

/** The description of a copy would end the transaction that the pipeline is in. */
const UNSYNCED = unsupported('it follows messages of the extended protocol without a Sync');

/** Refuses a command that is larger than the connection allows, without having read it. */
export function tooLarge(side: AgentSide, type: number, length: number): void {
  const { path, connection } = side.state;
  const { refusal } = path.refuse(requestOf(NO_TEXT), {
    code: 'COMMAND_TOO_LARGE',
    message: `the message has ${String(length)} bytes and the connection allows ${String(connection.maxCommandBytes)}`,
  });
  if (type === 0x51) side.substituteQuery(refusal);
  else side.substitute(refusal);
}

const NO_TEXT = {
  text: '',
  effects: [],
  refusal: undefined,
  generation: 0,
  masking: 'none',
  results: [],
  maskedOutput: false,
  touchesMasked: false,
  mayQuoteMasked: false,
  invalidates: false,
} as const;

const noStatement = (name: string): Refusal => ({
  code: 'UNKNOWN_STATEMENT',
  message: `there is no prepared statement ${JSON.stringify(name)} in this session`,
});

const noPortal = (name: string): Refusal => ({
  code: 'UNKNOWN_PORTAL',
  message: `there is no portal ${JSON.stringify(name)} in this session`,
});

const portalEnded = (name: string): Refusal => ({
  code: 'PORTAL_ENDED',
  message: `the portal ${JSON.stringify(name)} has run to its end`,
});

const meansOther = (name: string): Refusal => ({
  code: 'PORTAL_ENDED',
  message: `what the portal ${JSON.stringify(name)} names has another meaning by now`,
  hint: 'Bind it again.',
});

const byType = (type: string): number => type.charCodeAt(0);

/** What an agent may send, by type byte. */
export const messages: Readonly<Record<number, MessageHandler>> = {
  [byType('Q')]: query,
  [byType('P')]: parse,
  [byType('B')]: bind,
  [byType('D')]: describe,
  [byType('E')]: execute,
  [byType('C')]: close,
  [byType('S')]: sync,
  [byType('H')]: flush,
  [byType('X')]: terminate,
  [byType('F')]: functionCall,
  [byType('d')]: copyData,
  [byType('c')]: copyEnd,
  [byType('f')]: copyFail,
};
