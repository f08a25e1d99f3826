import type { Buffer } from 'node:buffer';
import type { Parameter } from '@chaperone/core/command';
import { UNRECORDED } from '../../../protocol.ts';
import type { Passage, Refusal } from '../../../protocol.ts';
import type { Classification } from '../../catalog/classification.ts';
import { BINARY, decodeBind, encodeDescribe, formatAt, isMalformed } from '../../codec/index.ts';
import type { Bind } from '../../codec/index.ts';
import { binaryFormats } from '../formats.ts';
import type { Statement } from '../names.ts';
import type { AgentSide, Handled } from './agent-side.ts';
import { notExecutable, running } from './command.ts';
import { describeCopies, notCopyable } from './copy.ts';
import { writesPlaceholder } from '../written-back.ts';

const BODY = 5;

/**
 * Bind is the command of the extended protocol: text, values and types are all known, and the target plans with them, which
 * may already run functions. So it is decided, recorded and, where need be, held here; Execute needs the permit it got.
 */
export function bind(side: AgentSide, buffer: Buffer, start: number, end: number): Handled {
  const message = decodeBind(buffer, start + BODY, end);
  if (isMalformed(message)) return side.malformed(message);
  if (!side.settling.settled()) return 'wait';
  const statement = side.state.names.statement(message.statement);
  if (statement === undefined) return side.substitute(noStatement(message.statement));
  const found = current(side, statement);
  const classification = side.settling.meant(found);
  if (classification === undefined) return 'wait';
  const passage = decide(side, buffer, message, asMeant(statement, classification));
  if (passage === undefined) return 'wait';
  if (passage.permit === undefined) {
    if (passage.command === UNRECORDED) side.retractParse();
    return side.substitute(passage.refusal);
  }
  side.boundRecorded();
  // What the name in it stood for when it was described may have gone since.
  if (classification.usesSession === true) statement.description = undefined;
  if (!isDescribedNext(side, message, end)) describeFirst(side, message.statement, statement);
  if (classification.invalidates) side.state.catalogChanged = true;
  side.state.meaning.passed(classification);
  const portal = running(passage, classification, statement, side.state.activeAt);
  portal.resultFormats = binaryFormats(message.resultFormats);
  describeCopies(side, portal, false);
  const replaces = side.state.names.portal(message.portal);
  const change = side.state.names.setPortal(message.portal, portal);
  side.state.pending.push({ kind: 'bind', change, running: portal, replaces });
  side.forward(passage.permit, start, end);
  return 'done';
}

/** The statement as the catalog is now: names may have got another meaning since it was prepared. */
function current(side: AgentSide, statement: Statement): Classification | undefined {
  if (statement.classification.generation === side.state.classifier.generation) {
    return statement.classification;
  }
  const classification = side.classify(statement.text);
  if (classification !== undefined) statement.classification = classification;
  return classification;
}

function asMeant(statement: Statement, classification: Classification): Statement {
  return classification === statement.classification ? statement : { ...statement, classification };
}

function decide(
  side: AgentSide,
  buffer: Buffer,
  message: Bind,
  statement: Statement,
): Passage | undefined {
  const request = {
    classified: statement.classification,
    parameters: parametersOf(buffer, message),
    parameterTypes: statement.parameterTypes,
    statement: statement.number,
  };
  const refusal =
    statement.classification.refusal ??
    notExecutable(side.state, statement.classification) ??
    notCopyable(side.state, statement.classification) ??
    writesPlaceholder(statement.classification, request.parameters);
  return refusal === undefined ? side.admit(request) : side.state.path.refuse(request, refusal);
}

function parametersOf(buffer: Buffer, message: Bind): readonly Parameter[] {
  const { formats, starts, lengths } = message;
  const parameters = new Array<Parameter>(starts.length);
  for (let i = 0; i < starts.length; i++) {
    const length = lengths[i] ?? -1;
    const at = starts[i] ?? 0;
    if (length < 0) parameters[i] = null;
    else if (formatAt(formats, i) === BINARY) {
      parameters[i] = { binary: buffer.toString('base64', at, at + length) };
    } else parameters[i] = buffer.toString('utf8', at, at + length);
  }
  return parameters;
}

/**
 * Rows that may have to be masked need the target's description of the statement; a driver that has it from earlier, or
 * asks for none, would leave the sidecar without.
 */
function describeFirst(side: AgentSide, name: string, statement: Statement): void {
  if (side.state.masking().none || statement.describing || statement.description !== undefined)
    return;
  statement.describing = true;
  side.inject(encodeDescribe({ of: 'statement', name }));
  side.state.pending.push({ kind: 'describe-own', statement });
}

/** Describe of the unnamed portal: 'D', its length, 'P', no name. */
const DESCRIBE_PORTAL = encodeDescribe({ of: 'portal', name: '' });

/** The agent asks for the description of this very portal next, as most drivers do: that is all the sidecar needs. */
function isDescribedNext(side: AgentSide, { portal }: Bind, end: number): boolean {
  return portal === '' && side.isNext(end, DESCRIBE_PORTAL);
}

const noStatement = (name: string): Refusal => ({
  code: 'UNKNOWN_STATEMENT',
  message: `there is no prepared statement ${JSON.stringify(name)} in this session`,
});
