import { createHash, type Hash } from 'node:crypto';
import type { AnyEvent } from './parse-event.ts';
import {
  ResponseDecoder,
  type PostgresResponse,
  type ResponseColumn,
} from './postgres-response.ts';
import type { ApprovalView, CommandView, OutcomeView } from './session-view.ts';
import type { Event, Payloads } from './types.ts';

interface OpenCommand {
  readonly event: Event<'command'>;
  approval: ApprovalView | null;
  outcome: Payloads['outcome'] | undefined;
  readonly decoder: ResponseDecoder;
  digest: Hash | undefined;
}

/**
 * Puts commands together from the events of one session. Commands come out in the order in which they were received,
 * each as soon as it and all before it are complete, so that only running commands are in memory.
 */
export class CommandReader {
  start: Event<'session-start'> | undefined;
  end: Event<'session-end'> | undefined;
  readonly #open = new Map<number, OpenCommand>();
  /** Columns by statement, as described when it was prepared. */
  readonly #described = new Map<number, readonly ResponseColumn[]>();

  /** Takes the next event; answers the commands that it completes. */
  see(event: AnyEvent): CommandView[] {
    switch (event.type) {
      case 'session-start': {
        this.start = event;
        return [];
      }
      case 'command': {
        const decoder = new ResponseDecoder();
        this.#open.set(event.payload.command, {
          event,
          approval: null,
          outcome: undefined,
          decoder,
          digest: undefined,
        });
        return [];
      }
      case 'decision': {
        const open = this.#open.get(event.payload.command);
        if (open !== undefined) open.approval = toApproval(event);
        return [];
      }
      case 'data': {
        this.#data(event.payload);
        return [];
      }
      case 'outcome': {
        const open = this.#open.get(event.payload.command);
        if (open === undefined) return [];
        take(open, event.payload.response);
        open.outcome = event.payload;
        return this.#complete();
      }
      case 'session-end': {
        this.end = event;
        return [];
      }
      case 'gap':
        return [];
    }
  }

  /** The commands that were still running when the events ended. */
  finish(): CommandView[] {
    const rest = [...this.#open.values()].map((open) => this.#view(open));
    this.#open.clear();
    return rest;
  }

  #data(payload: Payloads['data']): void {
    if (payload.stream === 'response' && payload.command !== undefined) {
      const open = this.#open.get(payload.command);
      if (open !== undefined) take(open, payload.wire);
    }
    if (payload.stream === 'describe' && payload.statement !== undefined) {
      const decoder = new ResponseDecoder();
      decoder.push(Buffer.from(payload.wire ?? '', 'base64'));
      this.#described.set(payload.statement, decoder.columns);
    }
  }

  #complete(): CommandView[] {
    const complete: CommandView[] = [];
    for (const [number, open] of this.#open) {
      if (open.outcome === undefined) break;
      complete.push(this.#view(open));
      this.#open.delete(number);
    }
    return complete;
  }

  #view(open: OpenCommand): CommandView {
    const { payload } = open.event;
    const { effect, policy, rule, reason, dryRun } = payload.verdict;
    return {
      seq: open.event.seq,
      receivedAt: open.event.time,
      text: payload.text,
      parameters: payload.parameters,
      effects: payload.effects,
      verdict: {
        effect,
        policy: policy ?? null,
        rule: rule ?? null,
        reason,
        ...(dryRun === undefined ? {} : { dryRun }),
      },
      approval: open.approval,
      outcome: toOutcome(open),
      response: this.#response(open),
    };
  }

  #response({ event, decoder, digest, outcome }: OpenCommand): PostgresResponse | null {
    if (digest === undefined) return null;
    const { statement } = event.payload;
    const described = statement === undefined ? undefined : this.#described.get(statement);
    const response = decoder.finish(described);
    return outcome?.truncated === true || outcome === undefined
      ? { ...response, truncated: true }
      : response;
  }
}

function take(open: OpenCommand, base64: string | undefined): void {
  if (base64 === undefined) return;
  const bytes = Buffer.from(base64, 'base64');
  open.digest ??= createHash('sha256');
  open.digest.update(bytes);
  open.decoder.push(bytes);
}

function toApproval({ payload, time }: Event<'decision'>): ApprovalView {
  const { approval: name, decision, reason, deciders } = payload;
  return { name, decision, reason, deciders, decidedAt: time };
}

function toOutcome({ outcome, digest }: OpenCommand): OutcomeView | null {
  if (outcome === undefined) return null;
  const { status, code, rows, bytes, durationMs } = outcome;
  // Without a digest the record holds the whole response, which may be empty.
  const whole = digest ?? createHash('sha256');
  const known =
    outcome.digest ?? (status === 'unknown' ? null : `sha256:${whole.copy().digest('hex')}`);
  return { status, code: code ?? null, rows, bytes, digest: known, durationMs };
}
