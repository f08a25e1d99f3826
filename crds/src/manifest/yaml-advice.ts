import type { ErrorCode } from 'yaml';

/** What to do about a mistake in the YAML itself. The parser's own messages quote the file and are never used. */
const ADVICE: Readonly<Partial<Record<ErrorCode, string>>> = {
  ALIAS_PROPS: 'an alias cannot have an anchor or a tag: remove it',
  BAD_ALIAS: 'an alias names no anchor, or a value begins with * or &: put such a value in quotes',
  BAD_DQ_ESCAPE:
    'an escape in double quotes does not exist: double the backslash or use single quotes',
  BAD_INDENT: 'the indentation does not fit the lines above',
  BAD_SCALAR_START: 'a value begins with a character that YAML reserves: put it in quotes',
  BLOCK_AS_IMPLICIT_KEY:
    'a nested map must begin on a line of its own; a value with ": " needs quotes',
  BLOCK_IN_FLOW: 'inside brackets use commas, not indentation',
  KEY_OVER_1024_CHARS: 'a key is longer than 1024 characters',
  MISSING_CHAR:
    'something is missing here: a closing quote or bracket, a comma, or the space after a colon',
  MULTILINE_IMPLICIT_KEY: 'a key must be on one line: is a colon or a quote missing above?',
  MULTIPLE_ANCHORS: 'a node can have one anchor only',
  MULTIPLE_TAGS: 'a node can have one tag only',
  NON_STRING_KEY: 'a key must be a text: put it in quotes',
  TAB_AS_INDENT: 'indent with spaces, not with tabs',
  TAG_RESOLVE_FAILED:
    'tags are not read here; if the value begins with an exclamation mark, put it in quotes',
  UNEXPECTED_TOKEN: 'this does not belong here: check quotes, brackets and indentation',
};

/** One sentence for each kind of mistake. */
export function yamlAdvice(code: ErrorCode): string {
  return ADVICE[code] ?? 'this is not YAML: check quotes, brackets and indentation';
}
