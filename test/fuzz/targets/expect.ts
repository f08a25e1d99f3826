/** Thrown where what has to hold does not. */
export function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

/** The code of an error that this reader is known to throw; any other error goes on. */
export async function codeOf(
  kind: abstract new (...args: never[]) => Error & { readonly code: string },
  run: () => unknown,
): Promise<string> {
  try {
    await run();
    return 'ok';
  } catch (error) {
    if (error instanceof kind) return error.code;
    throw error;
  }
}
