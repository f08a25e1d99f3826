/**
 * Characters that act on a terminal, or hide from its reader, instead of showing: C0 and C1 controls; format characters
 * (writing direction, zero-width, tags); separators of lines; lone surrogates; fillers and variation selectors without
 * a glyph.
 */
const acting =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}\u115f\u1160\u3164\uffa0]|[\u{e0100}-\u{e01ef}]/gu;

/** Two hex digits show a control of one byte; the others stand as in JSON or JavaScript. */
function escape(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  const short = { 9: '\\t', 10: '\\n', 13: '\\r' }[point];
  if (short !== undefined) return short;
  const hex = point.toString(16);
  if (point < 0x100) return `\\x${hex.padStart(2, '0')}`;
  return point > 0xffff ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
}

/** Recorded text on one line, with nothing in it that a terminal would act on. An agent controls what is recorded. */
export function visible(text: string): string {
  return text.replace(acting, escape);
}

/** As `visible`, but line ends and tabs stay, for text that is shown over several lines. */
export function visibleLines(text: string): string {
  return text.replace(acting, (character) =>
    character === '\n' || character === '\t' ? character : escape(character),
  );
}

/** JSON of the same value, in which such characters stand as escapes. */
export function visibleJson(json: string): string {
  return json.replace(acting, (character) => {
    if (character === '\n') return character;
    return Array.from({ length: character.length }, (_unit, at) => {
      const unit = character.charCodeAt(at).toString(16).padStart(4, '0');
      return `\\u${unit}`;
    }).join('');
  });
}
