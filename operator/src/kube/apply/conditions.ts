/** metav1.Condition, as a status has it. */
export interface Condition {
  readonly type: string;
  readonly status: 'True' | 'False' | 'Unknown';
  /** Of the object's spec that was looked at. */
  readonly observedGeneration?: number;
  /** RFC 3339, whole seconds. */
  readonly lastTransitionTime: string;
  /** A word for programs: `SecretMissing`. */
  readonly reason: string;
  /** A sentence for people, that says what to do. */
  readonly message: string;
}

/** A condition as it was found to be now; its time follows from what it was before. */
export interface Finding extends Pick<Condition, 'type' | 'status' | 'reason' | 'message'> {
  /** What people are told where it turns. Default: what holds is normal, all else a warning. */
  readonly told?: 'Normal' | 'Warning' | 'nothing';
}

// Of the API's own schema of a condition.
const REASON_CHARACTERS = 1_024;
const MESSAGE_CHARACTERS = 32_768;

/**
 * The conditions to state, in the order of the findings: the time of one that was so before stays, and what is found no more goes.
 * @param generation of the object that was looked at
 */
export function conditionsOf(
  before: readonly Condition[] | undefined,
  findings: readonly Finding[],
  generation: number | undefined,
  now: Date,
): readonly Condition[] {
  const time = now.toISOString().replace(/\.\d+Z$/, 'Z');
  return findings.map(({ type, status, reason, message }) => {
    const old = before?.find((condition) => condition.type === type);
    return {
      ...{ type, status },
      ...(generation === undefined ? {} : { observedGeneration: generation }),
      lastTransitionTime: old?.status === status ? old.lastTransitionTime : time,
      reason: reason.slice(0, REASON_CHARACTERS),
      message: message.slice(0, MESSAGE_CHARACTERS),
    };
  });
}
