import { CopyFormatError, copyFormat } from '@chaperone/core/masking';
import type { CopyFormat } from '@chaperone/core/masking';
import { copiedQuery } from '@chaperone/core/sql';
import type { Analysis, CopyUse } from '@chaperone/core/sql';

/** One COPY of a text that streams through the protocol, in the order in which the target runs them. */
export type CopyStream =
  | { readonly direction: 'in' }
  | {
      readonly direction: 'out';
      /** Absent where it cannot be followed; then nothing of the rows can be masked. */
      readonly format?: CopyFormat;
      /** A SELECT with the columns that are copied; absent where none could be made. */
      readonly query?: string;
      /** Number of its statement in the text, from 0. */
      readonly statement: number;
      /** Why one of the two is absent, as a sentence. */
      readonly problem?: string;
    };

export function copyStreams({ statements }: Analysis, text: string): readonly CopyStream[] {
  const single = statements.length === 1;
  return statements.flatMap(({ copy }, at): CopyStream[] => {
    if (copy?.end !== 'client') return [];
    if (copy.direction === 'in') return [{ direction: 'in' }];
    return [{ direction: 'out', statement: at, ...followed(copy, single ? text : undefined) }];
  });
}

type Followed = Omit<Extract<CopyStream, { direction: 'out' }>, 'direction' | 'statement'>;

function followed(copy: CopyUse, text: string | undefined): Followed {
  const query = text === undefined ? undefined : copiedQuery(text, copy);
  if (query === undefined) {
    return { problem: 'the query that it copies cannot be told apart from the text around it' };
  }
  try {
    return { query, format: copyFormat(copy.options) };
  } catch (error) {
    if (!(error instanceof CopyFormatError)) throw error;
    return { query, problem: error.message };
  }
}
