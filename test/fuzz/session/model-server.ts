import {
  encodeBareBackend,
  encodeCommandComplete,
  encodeCopyResponse,
  encodeDataRow,
  encodeErrorFields,
  encodeErrorResponse,
  encodeNotificationResponse,
  encodeParameterDescription,
  encodeReadyForQuery,
  encodeRowDescription,
} from '../../../sidecar/src/protocols/postgres/codec/index.ts';
import type { FrontendMessage } from '../../../sidecar/src/protocols/postgres/codec/index.ts';
import { BodyWriter } from '../../../sidecar/src/protocols/postgres/codec/body-writer.ts';
import { CUSTOMERS_OID, RESULTS } from './results.ts';
import type { Result, ResultColumn } from './results.ts';

const TEXT = 25;

/**
 * A server that knows a few texts and PostgreSQL's order of answers: what it is asked, it answers as it should; anything
 * else is an error, behind which it skips to Sync.
 */
export class ModelServer {
  readonly #statements = new Map<string, string>();
  readonly #portals = new Map<string, string>();
  #skipping = false;
  /** A copy in that takes data, and what ends it. */
  #copying: 'query' | 'execute' | undefined;

  /** Messages in their order; the bytes of all the answers. */
  answer(messages: readonly FrontendMessage[]): Buffer {
    return Buffer.concat(messages.flatMap((message) => this.#one(message)));
  }

  #one(message: FrontendMessage): readonly Buffer[] {
    if (this.#copying !== undefined) return this.#copied(message, this.#copying);
    if (message.kind === 'Sync') {
      this.#skipping = false;
      return [encodeReadyForQuery('I')];
    }
    if (message.kind === 'Query') return this.#query(message.text);
    if (this.#skipping) return [];
    const answers = this.#extended(message);
    this.#skipping = answers === undefined;
    return answers ?? [failure()];
  }

  #query(text: string): readonly Buffer[] {
    const result = RESULTS.get(text);
    if (result === undefined) return [failure(), encodeReadyForQuery('I')];
    if (result.kind === 'copy-in') {
      this.#copying = 'query';
      return run(result);
    }
    const described = result.kind === 'rows' ? [describe(result.columns)] : [];
    return [...described, ...run(result), encodeReadyForQuery('I')];
  }

  /** While a copy takes data, Flush and Sync are ignored, and anything else but data ends it (protocol-flow, COPY). */
  #copied({ kind }: FrontendMessage, from: 'query' | 'execute'): readonly Buffer[] {
    if (kind === 'CopyData' || kind === 'Flush' || kind === 'Sync') return [];
    const done = kind === 'CopyDone';
    this.#copying = undefined;
    this.#skipping = from === 'execute' && !done;
    const ready = from === 'query' ? [encodeReadyForQuery('I')] : [];
    return [done ? encodeCommandComplete('COPY 1') : failure(), ...ready];
  }

  /** Undefined for an error. */
  #extended(message: FrontendMessage): readonly Buffer[] | undefined {
    if (message.kind === 'Parse') return this.#parse(message.statement, message.text);
    if (message.kind === 'Bind') {
      return this.#bind(message.portal, this.#statements.get(message.statement));
    }
    if (message.kind === 'Describe') return this.#describe(message.of, message.name);
    if (message.kind === 'Execute') return this.#execute(this.#portals.get(message.portal));
    if (message.kind !== 'Close') return [];
    (message.of === 'portal' ? this.#portals : this.#statements).delete(message.name);
    return [encodeBareBackend('CloseComplete')];
  }

  #parse(statement: string, text: string): readonly Buffer[] | undefined {
    if (!RESULTS.has(text)) return undefined;
    this.#statements.set(statement, text);
    return [encodeBareBackend('ParseComplete')];
  }

  #bind(portal: string, text: string | undefined): readonly Buffer[] | undefined {
    if (text === undefined) return undefined;
    this.#portals.set(portal, text);
    return [encodeBareBackend('BindComplete')];
  }

  #describe(of: 'statement' | 'portal', name: string): readonly Buffer[] | undefined {
    const result = RESULTS.get(
      (of === 'portal' ? this.#portals : this.#statements).get(name) ?? '',
    );
    if (result === undefined) return undefined;
    const parameters = of === 'statement' ? [encodeParameterDescription([])] : [];
    const rows = result.kind === 'rows' ? describe(result.columns) : encodeBareBackend('NoData');
    return [...parameters, rows];
  }

  #execute(text: string | undefined): readonly Buffer[] | undefined {
    const result = RESULTS.get(text ?? '');
    if (result === undefined) return undefined;
    const answers = run(result);
    this.#skipping = result.kind === 'error';
    if (result.kind === 'copy-in') this.#copying = 'execute';
    return answers;
  }
}

const failure = (): Buffer =>
  encodeErrorResponse({ severity: 'ERROR', sqlstate: '42601', message: 'syntax error' });

const describe = (columns: readonly ResultColumn[]): Buffer =>
  encodeRowDescription(
    columns.map(({ name, attribute }) => ({
      ...{ name, attribute, tableOid: attribute === 0 ? 0 : CUSTOMERS_OID, typeOid: TEXT },
      ...{ typeSize: -1, typeModifier: -1, format: 0 },
    })),
  );

function run(result: Result): readonly Buffer[] {
  if (result.kind === 'rows') {
    const cells = result.columns.map(({ value }) => (value === null ? null : Buffer.from(value)));
    return [encodeDataRow(cells), encodeDataRow(cells), encodeCommandComplete(result.tag)];
  }
  if (result.kind === 'copy') {
    const data = result.lines.map((line) => new BodyWriter().bytes(Buffer.from(line)).frame('d'));
    return [
      encodeCopyResponse({ kind: 'CopyOutResponse', format: 0, columnFormats: [0] }),
      ...data,
      encodeBareBackend('CopyDone'),
      encodeCommandComplete('COPY 1'),
    ];
  }
  if (result.kind === 'copy-in') {
    const columnFormats = Array.from({ length: result.columns }, () => result.format);
    return [encodeCopyResponse({ kind: 'CopyInResponse', format: result.format, columnFormats })];
  }
  const fields: [string, string][] = [
    ['S', result.kind === 'error' ? 'ERROR' : 'NOTICE'],
    ['C', '23502'],
    ['M', 'null value'],
    ['D', result.detail],
  ];
  if (result.kind === 'error') return [encodeErrorFields({ kind: 'ErrorResponse', fields })];
  return [
    encodeErrorFields({ kind: 'NoticeResponse', fields }),
    encodeNotificationResponse({ processId: 7, channel: 'deleted', payload: result.detail }),
    encodeCommandComplete('DELETE 1'),
  ];
}
