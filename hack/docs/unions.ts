import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import ts from 'typescript';

import { root } from './root.ts';

/** The string members of an exported union of literals, in the order of the source. Throws where there is no such union. */
export function membersOf(path: string, name: string): readonly string[] {
  const text = readFileSync(join(root, path), 'utf8');
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const declaration = source.statements
    .filter((statement) => ts.isTypeAliasDeclaration(statement))
    .find((statement) => statement.name.text === name);
  if (declaration === undefined) throw new Error(`${path} has no type ${name}`);
  const { type } = declaration;
  const parts = ts.isUnionTypeNode(type) ? type.types : [type];
  return parts.map((part) => {
    if (ts.isLiteralTypeNode(part) && ts.isStringLiteral(part.literal)) return part.literal.text;
    throw new Error(`${path}: ${name} is no union of string literals: ${part.getText(source)}`);
  });
}
