import { visibleJson } from './visible.ts';

/** A value as indented JSON that is safe to show on a terminal. */
export function toJson(value: unknown): string {
  return `${visibleJson(JSON.stringify(value, undefined, 2))}\n`;
}

/** A value as one line of JSON. */
export function toJsonLine(value: unknown): string {
  return `${visibleJson(JSON.stringify(value))}\n`;
}
