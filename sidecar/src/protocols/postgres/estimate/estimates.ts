import { approvalLimits, postgresLimits } from '../../../config/limits.ts';
import type { CommandRequest } from '../../protocol.ts';
import type { ConnectSide, SideTarget } from '../catalog/catalogs.ts';
import { SideConnection } from '../catalog/side-connection.ts';
import { isEstimable, planQuestion, rowsOfPlan, runningQuestion } from './questions.ts';

/** Asks the target's planner how many rows a command would reach, for the person who decides on it. */
export class Estimates {
  readonly #connect: ConnectSide;
  #asking = 0;

  constructor(connect: ConnectSide) {
    this.#connect = connect;
  }

  /** Undefined where asking could run something, where too many are being asked about, or where no answer comes in time. */
  async of(request: CommandRequest, target: SideTarget): Promise<number | undefined> {
    if (this.#asking >= approvalLimits.estimates.value || !isEstimable(request)) return undefined;
    this.#asking++;
    // A connection of its own: the catalog's answers do not wait for a planner.
    const side = new SideConnection({
      connect: async () => this.#connect(target),
      timeoutMs: approvalLimits.estimateMs.value,
      maxMessageBytes: postgresLimits.targetMessageBytes.value,
    });
    try {
      const [running] = await side.query(runningQuestion(request));
      if (running?.[0] !== '0') return undefined;
      const rows = await side.query(planQuestion(request, approvalLimits.estimateMs.value));
      return rowsOfPlan(rows[0]?.[0] ?? '');
    } catch {
      // What the planner says is a help; without it the Approval says nothing of rows.
      return undefined;
    } finally {
      side.close();
      this.#asking--;
    }
  }
}
