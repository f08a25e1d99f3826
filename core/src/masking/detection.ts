import { cellMask, pieceMask, typeFamily } from './cell.ts';
import type { CellMask } from './cell.ts';
import type { Detector, Hint, PatternDetector } from './detectors/detector.ts';
import { compileHintScan, contains, containsAny, hintBit } from './detectors/prefilter.ts';
import { detectors } from './detectors/registry.ts';
import { stricterMethod } from './method.ts';
import type { MaskMethod } from './types.ts';

/** Detectors that a policy's masking entry names, and what to do with what they find. */
export interface DetectorEntry {
  /** `CreditCard`, `Email`, `USSocialSecurityNumber`, `IBAN`, `AWSAccessKey`, `PrivateKey`, `JWT`. */
  readonly detectors: readonly string[];
  /** Expressions of the policy's own, from `compilePattern`. */
  readonly patterns?: readonly PatternDetector[];
  readonly method: MaskMethod;
}

/** Looks for sensitive values in texts, whatever column or command they are in. */
export interface Detectors {
  /** No detector is configured. */
  readonly none: boolean;
  /**
   * Masks what is found. The same string where nothing is. Hits that overlap are masked as one, by the strictest of
   * their methods; Null has no meaning inside a text and redacts.
   */
  readonly maskText: (text: string) => string;
  /** Cheap look at UTF-8 bytes from `start` up to `end`: false only where `maskText` would find nothing. */
  readonly mayMatch: (bytes: Uint8Array, start: number, end: number) => boolean;
  /** `maskText` of a cell in UTF-8, at the price of what could be in it; undefined where nothing is found. */
  readonly maskCell: (cell: Uint8Array) => string | undefined;
}

/** Whether a policy may name this detector. */
export function isDetector(name: string): boolean {
  return detectors.has(name);
}

/** Names of all detectors, for messages. */
export const detectorNames: readonly string[] = [...detectors.keys()];

interface Search {
  readonly find: Detector;
  readonly method: MaskMethod;
  /** Bit of the hint without which it finds nothing; 0 where a literal is that. */
  readonly hint: number;
  readonly literal?: Uint8Array;
}

interface MethodHit {
  readonly start: number;
  readonly end: number;
  readonly method: MaskMethod;
}

/**
 * Compiles the detectors of all masking entries that apply. One named more than once uses the strictest method.
 *
 * @param key of the HMAC, for entries that hash
 * @throws TypeError for a detector that does not exist, or an empty key where it is needed
 */
export function compileDetectors(entries: readonly DetectorEntry[], key: Uint8Array): Detectors {
  const searches: Search[] = [];
  const hints = new Set<Hint>();
  for (const [name, method] of strictestByName(entries)) {
    const parts = detectors.get(name);
    if (!parts) throw new TypeError(`there is no detector "${name}"`);
    for (const part of parts) {
      searches.push({ find: part.find, method, hint: hintBit(part.hint) });
      hints.add(part.hint);
    }
  }
  for (const { patterns = [], method } of entries) {
    for (const find of patterns) {
      const { literal } = find;
      if (literal === undefined) hints.add('always');
      searches.push({ find, method, ...neededBy(literal) });
    }
  }
  const masks = new Map(searches.map(({ method }) => [method, pieceMask(method, key)]));
  const mask = (method: MaskMethod, piece: string): string => masks.get(method)?.(piece) ?? '';
  const scan = compileHintScan(hints);
  const literals = searches.flatMap(({ literal }) => literal ?? []);
  const maskText = (text: string, by: readonly Search[] = searches): string =>
    replaceHits(text, mergeHits(findAll(text, by)), mask);
  return {
    none: searches.length === 0,
    maskText: (text) => maskText(text),
    mayMatch: (bytes, start, end) =>
      scan(bytes, start, end, true) !== 0 || containsAny(bytes, start, end, literals),
    maskCell: (cell) => {
      const found = scan(cell, 0, cell.length, false);
      if (found === 0 && !containsAny(cell, 0, cell.length, literals)) return undefined;
      const by = searches.filter((search) => mayFind(search, found, cell));
      const text = Buffer.from(cell.buffer, cell.byteOffset, cell.byteLength).toString();
      const masked = maskText(text, by);
      return masked === text ? undefined : masked;
    },
  };
}

function neededBy(literal: string | undefined): Pick<Search, 'hint' | 'literal'> {
  return literal === undefined
    ? { hint: hintBit('always') }
    : { hint: 0, literal: Buffer.from(literal) };
}

function mayFind({ hint, literal }: Search, found: number, cell: Uint8Array): boolean {
  return (hint & found) !== 0 || (literal !== undefined && contains(cell, 0, cell.length, literal));
}

function strictestByName(entries: readonly DetectorEntry[]): ReadonlyMap<string, MaskMethod> {
  const methods = new Map<string, MaskMethod>();
  for (const entry of entries) {
    for (const name of entry.detectors) {
      const known = methods.get(name);
      methods.set(name, known ? stricterMethod(known, entry.method) : entry.method);
    }
  }
  return methods;
}

function findAll(text: string, searches: readonly Search[]): MethodHit[] {
  const hits: MethodHit[] = [];
  for (const { find, method } of searches) {
    for (const hit of find(text)) hits.push({ start: hit.start, end: hit.end, method });
  }
  return hits;
}

/** Sorts by position and joins what overlaps. */
function mergeHits(hits: MethodHit[]): readonly MethodHit[] {
  if (hits.length < 2) return hits;
  hits.sort((a, b) => a.start - b.start || a.end - b.end);
  const merged: MethodHit[] = [];
  for (const hit of hits) {
    const last = merged.at(-1);
    if (!last || hit.start >= last.end) {
      merged.push(hit);
      continue;
    }
    merged[merged.length - 1] = {
      start: last.start,
      end: Math.max(last.end, hit.end),
      method: stricterMethod(last.method, hit.method),
    };
  }
  return merged;
}

function replaceHits(
  text: string,
  hits: readonly MethodHit[],
  mask: (method: MaskMethod, piece: string) => string,
): string {
  if (hits.length === 0) return text;
  let masked = '';
  let at = 0;
  for (const hit of hits) {
    masked += text.slice(at, hit.start) + mask(hit.method, text.slice(hit.start, hit.end));
    at = hit.end;
  }
  return masked + text.slice(at);
}

const noKey = new Uint8Array();

/**
 * Runs detectors over the cells of a column of this type, in text format. The same bytes where nothing is found.
 * Where something is, a text keeps the rest of its words, json and jsonb stay parseable, and any other type becomes
 * NULL, since no placeholder could be parsed as one.
 */
export function detectorCellMask(found: Detectors, typeOid: number): CellMask {
  if (found.none) return (cell) => cell;
  const family = typeFamily(typeOid);
  const whole = cellMask({ kind: 'Redact' }, typeOid, noKey);
  return (cell) => {
    const masked = found.maskCell(cell);
    if (masked === undefined) return cell;
    if (family === 'other' || (family === 'json' && !isJson(masked))) return whole(cell);
    return Buffer.from(masked);
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
