export type Tone = 'bad' | 'good' | 'warn' | 'dim' | 'strong';

const codes: Readonly<Record<Tone, number>> = { bad: 31, good: 32, warn: 33, dim: 2, strong: 1 };

export type Paint = (tone: Tone, text: string) => string;

/** Colours already harmless text, where colours are wanted. */
export function painter(colour: boolean): Paint {
  return (tone, text) => (colour ? `\u001b[${String(codes[tone])}m${text}\u001b[0m` : text);
}

/** Tone of a word of the domain. */
export function toneOf(word: string): Tone {
  if (['Deny', 'failed', 'Denied', 'blocked', 'error', 'Expired'].includes(word)) return 'bad';
  if (['Allow', 'verified', 'Approved', 'success', 'Completed'].includes(word)) return 'good';
  return 'warn';
}
