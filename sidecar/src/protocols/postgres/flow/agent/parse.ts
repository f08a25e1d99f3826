import type { Buffer } from 'node:buffer';
import { SidecarError } from '../../../../errors.ts';
import type { Refusal } from '../../../protocol.ts';
import type { Classification } from '../../catalog/classification.ts';
import { decodeParse, isMalformed } from '../../codec/index.ts';
import type { Parse } from '../../codec/index.ts';
import type { Statement } from '../names.ts';
import type { AgentSide, Handled } from './agent-side.ts';
import { requestOf } from './command.ts';

const BODY = 5;

/**
 * Parse runs nothing, yet analysis tells of the catalog: a text that is denied whatever its parameters are does not get
 * there, and one that gets there is recorded before, by the Bind that follows it or by itself.
 */
export function parse(side: AgentSide, buffer: Buffer, start: number, end: number): Handled {
  const message = decodeParse(buffer, start + BODY, end);
  if (isMalformed(message)) return side.malformed(message);
  if (!side.settling.settled()) return 'wait';
  const classification = side.classify(message.text);
  if (classification === undefined) return 'wait';
  const { path, names, pending } = side.state;
  const refusal = classification.refusal ?? path.foresee(classification) ?? tooMany(side, message);
  if (refusal !== undefined) {
    return side.substitute(path.refuse(requestOf(classification), refusal).refusal);
  }
  const statement = newStatement(side, message, classification);
  if (message.statement === '' && side.bindFollows(end)) {
    side.leaveToBind(start);
  } else {
    const failure = record(() => {
      path.prepared(statement.number, message.text);
    });
    if (failure !== undefined) return side.substitute(failure);
  }
  const change = names.setStatement(message.statement, statement);
  pending.push({ kind: 'parse', change, statement });
  side.relay(start, end);
  return 'done';
}

/** What an unnamed one of the same text was given holds for this one too. */
function newStatement(side: AgentSide, message: Parse, classification: Classification): Statement {
  const { names } = side.state;
  const { text, parameterTypes } = message;
  const isUnnamed = message.statement === '';
  const before = isUnnamed ? names.unnamedBefore(text, parameterTypes) : undefined;
  const statement = {
    number: before?.number ?? names.nextStatementNumber(),
    text,
    parameterTypes,
    classification,
    description: undefined,
    describing: false,
    planned: before?.planned,
  };
  if (isUnnamed) names.rememberUnnamed(statement);
  return statement;
}

/** The unnamed one takes the place of another. */
function tooMany(side: AgentSide, { statement }: Parse): Refusal | undefined {
  if (statement === '' || !side.state.names.isFull) return undefined;
  return {
    code: 'TOO_MANY_STATEMENTS',
    message: `this session holds ${String(side.state.names.size)} statements and portals`,
  };
}

/** Runs what records; a failure is the refusal of whatever was to be recorded. */
export function record(write: () => void): Refusal | undefined {
  try {
    write();
    return undefined;
  } catch (error) {
    if (!(error instanceof SidecarError)) throw error;
    return { code: error.code, message: error.message };
  }
}
