import { readKinds, readMeta } from './kinds.ts';
import { rulesCode, shapesCode } from './shapes.ts';
import { metaTypes, typesOf } from './types.ts';
import { validatorsCode, validatorsTypes } from './validators.ts';

/** Every generated file as it should be: name within `src/generated/` to text. `root` is the folder of the package. */
export function generatedFiles(root: string): ReadonlyMap<string, string> {
  const kinds = readKinds(root);
  return new Map([
    ...kinds.map((kind) => [`${kind.fileName}.ts`, typesOf(kind)] as const),
    ['object-meta.ts', metaTypes(readMeta(root))],
    ['rules.ts', rulesCode(kinds)],
    ['shapes.ts', shapesCode(kinds)],
    ['validators.js', validatorsCode(kinds)],
    ['validators.d.ts', validatorsTypes(kinds)],
  ]);
}
