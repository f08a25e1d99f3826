import type { RequireApproval } from '@chaperone/core/policy';
import type { Approvals, CommandToApprove, Held, Settlement } from '../approval/index.ts';
import { SidecarError } from '../errors.ts';
import type { CommandRequest, Refusal } from '../protocols/protocol.ts';
import type { DecisionFacts, Decided, Decisions } from './decisions.ts';

/** What an approval is bound to beyond the command. */
export interface HoldFacts {
  readonly database: string;
  readonly role: string;
}

/** The session's command that waits for people; a session has one at a time. */
export class Holds {
  readonly #approvals: Approvals;
  readonly #decisions: Decisions;
  readonly #facts: DecisionFacts & HoldFacts;
  #held: Held | undefined;
  /** The agent cancelled what is, or was last, held. */
  #cancelled = false;
  #estimate: ((request: CommandRequest) => Promise<number | undefined>) | undefined;

  constructor(approvals: Approvals, decisions: Decisions, facts: DecisionFacts & HoldFacts) {
    this.#approvals = approvals;
    this.#decisions = decisions;
    this.#facts = facts;
  }

  /** Asks for the approvals that the verdict demands, or says why that is not possible. */
  ask(request: CommandRequest, verdict: RequireApproval): Held | Refusal {
    try {
      const held = this.#approvals.request(this.subject(request), verdict.approvals);
      if (held.wantsEstimate) this.#ask(request, held);
      return held;
    } catch (error) {
      if (!(error instanceof SidecarError)) throw error;
      return { code: error.code, message: error.message };
    }
  }

  estimateBy(estimate: (request: CommandRequest) => Promise<number | undefined>): void {
    this.#estimate = estimate;
  }

  /** Nobody waits for the planner: the Approval shows what it says once it has said it. */
  #ask(request: CommandRequest, held: Held): void {
    this.#estimate?.(request).then(
      (rows) => {
        if (rows !== undefined) held.estimated(rows);
      },
      () => undefined,
    );
  }

  async wait(held: Held): Promise<Settlement> {
    this.#held = held;
    this.#cancelled = false;
    try {
      return await held.settled;
    } finally {
      this.#held = undefined;
    }
  }

  /** Withdraws what is being held; answers whether there was anything. */
  withdraw(reason: string): boolean {
    const held = this.#held;
    held?.withdraw(reason);
    return held !== undefined;
  }

  /** Withdraws it because the agent wants it no longer. */
  cancel(): boolean {
    this.#cancelled = this.withdraw('the agent cancelled the command');
    return this.#cancelled;
  }

  /** Exactly what is approved. */
  subject({ classified, parameters, parameterTypes }: CommandRequest): CommandToApprove {
    const { connection, session, agent, database, role } = this.#facts;
    const { policies } = this.#decisions;
    const { commandDetectors } = policies;
    return {
      connection,
      policyDigest: policies.effective.digest,
      session: session.id,
      agent,
      command: { text: classified.text, parameters, parameterTypes, effects: classified.effects },
      recorded: {
        text: commandDetectors.maskText(classified.text),
        parameters: parameters.map((value) =>
          typeof value === 'string' ? commandDetectors.maskText(value) : value,
        ),
      },
      database,
      role,
      context: classified.context ?? '',
    };
  }

  pendingRefusal(held: Held, { verdict }: Decided): Refusal {
    const names = held.names.join(', ');
    return {
      code: 'APPROVAL_PENDING',
      message: `this command needs approval; ask for Approval ${names}`,
      hint: `Once ${names} is approved, send the identical command again.`,
      approval: names,
      ...named(verdict),
    };
  }

  refusalOf(settlement: Settlement, { verdict }: Decided): Refusal {
    const last = settlement.approvals.at(-1);
    const why = last?.reason === undefined || last.reason === '' ? '' : `: ${last.reason}`;
    const cancelled = this.#cancelled && settlement.decision === 'Withdrawn';
    return {
      code: cancelled ? 'COMMAND_CANCELLED' : CODES[settlement.decision],
      message: `Approval ${last?.approval ?? ''} ended as ${settlement.decision}${why}`,
      ...(last === undefined ? {} : { approval: last.approval }),
      ...named(verdict),
    };
  }

  endSession(): void {
    this.#approvals.endSession(this.#facts.session.id);
  }
}

const CODES = {
  Approved: 'APPROVAL_UNUSABLE',
  Denied: 'APPROVAL_DENIED',
  Expired: 'APPROVAL_EXPIRED',
  Withdrawn: 'APPROVAL_WITHDRAWN',
} as const;

function named({ policy, rule }: Decided['verdict']): Pick<Refusal, 'policy' | 'rule'> {
  return {
    ...(policy === undefined ? {} : { policy }),
    ...(rule === undefined ? {} : { rule }),
  };
}
