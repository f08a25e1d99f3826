import { errorIn, type Conversation } from './raw-client.ts';

/** A refusal as an agent reads it. */
export interface ReadRefusal {
  readonly sqlstate: string;
  readonly message: string;
  readonly hint: string;
  /** DETAIL, which is JSON. */
  readonly code: string;
  readonly policy?: string;
  readonly rule?: string;
  readonly approval?: string;
  readonly effects?: readonly unknown[];
}

interface DatabaseErrorFields {
  readonly code?: string | undefined;
  readonly message: string;
  readonly detail?: string | undefined;
  readonly hint?: string | undefined;
}

/** Reads DETAIL and HINT of an error that the sidecar made. */
export function readRefusal(error: unknown): ReadRefusal {
  const { code = '', message, detail = '', hint = '' } = error as DatabaseErrorFields;
  if (!detail.startsWith('{')) throw new Error(`not a refusal: ${code} ${message} ${detail}`);
  const facts = JSON.parse(detail) as Omit<ReadRefusal, 'sqlstate' | 'message' | 'hint'>;
  return { ...facts, sqlstate: code, message, hint };
}

export function refusalIn(conversation: Conversation): ReadRefusal {
  return readRefusal(errorIn(conversation));
}

/** The refusal that a promise is rejected with. */
export async function refusalOf(asked: Promise<unknown>): Promise<ReadRefusal> {
  const error: unknown = await asked.then(
    () => new Error('it was not refused'),
    (reason: unknown) => reason,
  );
  return readRefusal(error);
}
