import type { Wire } from '../../../io/wire.ts';
import { postgresLimits } from '../../../config/limits.ts';
import { SidecarError } from '../../../errors.ts';
import type { CommandPath, ConnectionFacts, Refusal, Session } from '../../protocol.ts';
import type { Classifier } from '../catalog/classifier.ts';
import { AgentSide } from './agent/agent-side.ts';
import { Cancelling } from './cancelling.ts';
import { SessionMeaning } from './meaning/meaning.ts';
import { Names } from './names.ts';
import type { Running } from './names.ts';
import type { ScratchPool } from './outgoing.ts';
import { Pending } from './pending.ts';
import { refusalResponse } from './refusals.ts';
import { Stall } from './stall.ts';
import type { SessionState } from './state.ts';
import { TargetSide } from './target/target-side.ts';

export interface SessionParts {
  readonly agent: Wire;
  readonly target: Wire;
  readonly path: CommandPath;
  readonly connection: ConnectionFacts;
  readonly classifier: Classifier;
  readonly pool: ScratchPool;
  /** When the agent's identity is no longer proved, milliseconds since the epoch; absent: never. */
  readonly endsAtMs?: number;
  /**
   * Sends the target a CancelRequest for this session. Settles, and never rejects, once the target has closed that
   * connection, which it does behind its signal, or its time is over.
   */
  readonly cancelTarget: () => Promise<void>;
  /** The number by which the agent knows a process of the target. */
  readonly shownProcessId: (processId: number) => number;
  readonly log: (event: string, facts: Readonly<Record<string, string | number>>) => void;
}

/**
 * One agent's session at the target, from its first ReadyForQuery on.
 *
 * - `open`: both sides send. To `leaving` when the agent goes, to `ended` when the target goes.
 * - `leaving`: the agent is gone; what it had sent runs on, so that its outcome is recorded. To `ended` when the target has
 *   closed, or after `leftBehindMs`.
 * - `ended`: recorded and closed.
 */
export class PostgresSession implements Session {
  readonly done: Promise<void>;
  readonly #parts: SessionParts;
  readonly #state: SessionState;
  readonly #agentSide: AgentSide;
  readonly #targetSide: TargetSide;
  readonly #agentStall = new Stall();
  readonly #targetStall = new Stall();
  #phase: 'open' | 'leaving' | 'ended' = 'open';
  /** No new commands: why the session ends as soon as what runs has ended. */
  #ending: Refusal | undefined;
  readonly #openedAt = performance.now();
  #reason = 'the agent closed the connection';
  #leftBehind: NodeJS.Timeout | undefined;
  readonly #whenDone: (() => void)[] = [];

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.done = new Promise((resolve) => {
      this.whenDone(resolve);
    });
    this.#state = this.#newState();
    this.#agentSide = new AgentSide(this.#state);
    this.#targetSide = new TargetSide(this.#state, parts.pool);
  }

  start(): void {
    const { agent, target } = this.#parts;
    agent.onClose(() => {
      this.#agentGone();
    });
    target.onClose(() => {
      this.#targetGone();
    });
    target.setReader(this.#targetSide.read);
    agent.setReader(this.#agentSide.read);
  }

  drain(): void {
    this.#endSoon({ code: 'SHUTTING_DOWN', message: 'the sidecar is shutting down' });
  }

  destroy(reason: string): void {
    if (this.#phase === 'open') this.#reason = reason;
    this.#parts.path.withdraw(reason);
    this.#parts.agent.destroy();
    this.#parts.target.destroy();
  }

  whenDone(then: () => void): void {
    this.#whenDone.push(then);
  }

  /** The agent asked for it over another connection, and waits there until it has happened. */
  async cancel(): Promise<void> {
    const waits = this.#parts.path.cancelHeld() || this.#agentSide.cancelLookUp();
    if (!waits) await this.#state.cancelling.request();
  }

  /** Looks after silent and slow peers; called about once a second. */
  watch(now: number): void {
    if (this.#phase !== 'open') return;
    if (this.#isIdleTooLong(now)) {
      this.#fail({ code: 'IDLE_TIMEOUT', message: 'the session was idle for too long' });
      return;
    }
    if (this.#isOver(now)) return;
    const { agent, target } = this.#parts;
    const held = this.#agentSide.held;
    const silent =
      (!held && agent.unconsumed > 0) || (target.unconsumed > 0 && agent.pendingBytes === 0);
    const unfinished =
      silent && now - this.#state.activeAt > postgresLimits.unfinishedMessageMs.value;
    const stuck = this.#agentStall.isStuck(agent, now) || this.#targetStall.isStuck(target, now);
    if (unfinished || stuck) {
      this.#fail({ code: 'PEER_TIMEOUT', message: 'a peer stopped sending or taking bytes' });
    }
  }

  /** A session at the end of its time takes no new command; what runs gets the time that it gets at shutdown. */
  #isOver(now: number): boolean {
    const { connection, endsAtMs = Infinity } = this.#parts;
    const lasted = now - this.#openedAt - connection.maxSessionDurationMs;
    const expired = Date.now() - endsAtMs;
    if (lasted < 0 && expired < 0) return false;
    const refusal: Refusal =
      lasted < 0
        ? { code: 'IDENTITY_EXPIRED', message: "the agent's token has expired" }
        : {
            code: 'SESSION_TIMEOUT',
            message: 'the session has lasted as long as the connection allows',
          };
    this.#endSoon(refusal);
    if (Math.max(lasted, expired) > postgresLimits.drainMs.value) this.#fail(refusal);
    return true;
  }

  #endSoon(refusal: Refusal): void {
    if (this.#ending === undefined) this.#parts.path.withdraw(refusal.message);
    this.#ending ??= refusal;
    this.#endIfIdle();
  }

  #newState(): SessionState {
    const names = new Names();
    const { agent, target, path, connection, classifier, cancelTarget } = this.#parts;
    const pending = new Pending();
    const cancelling = new Cancelling(cancelTarget, () => {
      this.#cancelled();
    });
    return {
      agent,
      target,
      path,
      connection,
      classifier,
      cancelling,
      cancelTarget: () => {
        // What is forwarded behind this command and its transaction would be hit by a request that comes too late.
        if (pending.reachesBehindReady) return;
        cancelling.request().catch(this.#state.defect);
      },
      names,
      meaning: new SessionMeaning(names, classifier),
      pending,
      masking: () => classifier.masking,
      catalogChanged: false,
      copyIn: undefined,
      listens: false,
      activeAt: performance.now(),
      fail: (refusal) => {
        this.#fail(refusal);
      },
      defect: (error) => {
        const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
        this.#parts.log('a defect ended the session', { code: 'INTERNAL_ERROR', stack });
        this.#fail({
          code: 'INTERNAL_ERROR',
          message: 'a defect of the sidecar ended the session',
        });
      },
      skipToSync: () => {
        this.#agentSide.skipToSync();
      },
      shownProcessId: this.#parts.shownProcessId,
      settled: () => {
        this.#settled();
      },
      skipped: (running) => {
        this.#conclude(running, 'skipped');
      },
    };
  }

  #isIdleTooLong(now: number): boolean {
    const { listens, activeAt } = this.#state;
    return !listens && this.#isIdle() && now - activeAt > this.#parts.connection.idleTimeoutMs;
  }

  #isIdle(): boolean {
    return this.#agentSide.idle && this.#state.pending.size === 0;
  }

  /** The target has answered something: the agent may be read again, or, when draining, everything is done. */
  #settled(): void {
    const { agent, target } = this.#parts;
    const caughtUp = this.#state.pending.size < postgresLimits.pipelinedMessages.value / 2;
    if (caughtUp && target.pendingBytes === 0) agent.resume();
    this.#agentSide.copyAnswered();
    if (this.#state.pending.size === 0) this.#agentSide.settling.quiet();
    this.#endIfIdle();
  }

  /** A CancelRequest is through: the agent is looked at again. */
  #cancelled(): void {
    if (this.#phase !== 'open') return;
    this.#parts.agent.redeliver();
    this.#endIfIdle();
  }

  #endIfIdle(): void {
    if (this.#ending === undefined || this.#phase !== 'open' || !this.#isIdle()) return;
    this.#fail(this.#ending);
  }

  #fail(refusal: Refusal): void {
    if (this.#phase === 'ended') return;
    this.#reason = `${refusal.code}: ${refusal.message}`;
    this.#parts.agent.end(refusalResponse(refusal, 'FATAL'));
    this.#agentSide.leaveTarget();
    this.#leave();
  }

  #agentGone(): void {
    if (this.#phase !== 'open') return;
    this.#parts.path.withdraw('the agent closed the connection');
    this.#agentSide.leaveTarget();
    this.#leave();
  }

  #leave(): void {
    if (this.#phase !== 'open') return;
    this.#phase = 'leaving';
    this.#parts.target.resume();
    this.#leftBehind = setTimeout(() => {
      this.#parts.target.destroy();
      this.#parts.agent.destroy();
    }, postgresLimits.leftBehindMs.value);
    if (this.#parts.target.closed) this.#targetGone();
  }

  #targetGone(): void {
    if (this.#phase === 'ended') return;
    if (this.#phase === 'open') this.#reason = 'the target closed the connection';
    this.#phase = 'ended';
    this.#agentSide.stop();
    clearTimeout(this.#leftBehind);
    this.#parts.path.withdraw(this.#reason);
    this.#parts.agent.end();
    this.#concludeAll();
    this.#parts.path
      .close('Completed', this.#reason)
      .catch(this.#state.defect)
      .finally(() => {
        for (const then of this.#whenDone) then();
      });
  }

  /** What was forwarded and has no outcome: nobody knows whether it ran. */
  #concludeAll(): void {
    const { pending, names } = this.#state;
    const unexecuted: (Running | undefined)[] = [];
    for (let owed = pending.shift(); owed !== undefined; owed = pending.shift()) {
      if (owed.kind === 'execute' || owed.kind === 'query') this.#conclude(owed.running, 'unknown');
      if (owed.kind === 'bind') unexecuted.push(owed.replaces, owed.running);
      if (owed.kind === 'close') unexecuted.push(owed.closes);
    }
    for (const portal of [...unexecuted, ...names.endPortals()]) {
      if (portal !== undefined) this.#conclude(portal, 'skipped');
    }
  }

  #conclude(running: Running, status: 'skipped' | 'unknown'): void {
    if (running.ended) return;
    running.ended = true;
    const { command, rows, bytes } = running;
    const durationMs = performance.now() - running.since;
    try {
      this.#parts.path.outcome({ command, status, rows, bytes, durationMs });
    } catch (error) {
      if (!(error instanceof SidecarError)) throw error;
    }
  }
}
