import type { ByteSource } from '../lines.ts';
import type { Manifest } from '../manifest.ts';
import { LEAVES_FILE } from '../segment.ts';
import { TreeBuilder } from '../tree.ts';
import { digestText, HASH_BYTES } from '../tree-hash.ts';
import type { Finding } from './findings.ts';

/** The leaf hashes of `leaves.bin`, one after another; a last one that is too short is handed out as it is. */
export async function* leafHashes(source: ByteSource): AsyncGenerator<Buffer, void, undefined> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of source()) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const whole = bytes.length - (bytes.length % HASH_BYTES);
    for (let at = 0; at < whole; at += HASH_BYTES) {
      yield Buffer.from(bytes.subarray(at, at + HASH_BYTES));
    }
    rest = Buffer.from(bytes.subarray(whole));
  }
  if (rest.length > 0) yield rest;
}

/** Whether `leaves.bin` leads to the signed root; undefined if so, otherwise what is wrong with it. */
export async function leavesProblem(
  source: ByteSource | undefined,
  manifest: Manifest,
): Promise<Finding | undefined> {
  if (source === undefined) {
    const message = 'leaves.bin is missing, so that altered events cannot all be located';
    return { code: 'LEAVES_MISSING', message, file: LEAVES_FILE };
  }
  const tree = new TreeBuilder();
  for await (const leaf of leafHashes(source)) {
    if (leaf.length < HASH_BYTES)
      return altered('its length is not that of whole hashes', tree.size);
    tree.append(leaf);
  }
  if (tree.size !== manifest.treeSize) {
    return altered(
      `it holds ${String(tree.size)} hashes, the manifest says ${String(manifest.treeSize)}`,
      Math.min(tree.size, manifest.treeSize),
    );
  }
  return digestText(tree.root()) === manifest.root
    ? undefined
    : altered('it does not lead to the signed root');
}

function altered(reason: string, index?: number): Finding {
  const place = index === undefined ? {} : { seq: index, offset: index * HASH_BYTES };
  return {
    code: 'LEAVES_ALTERED',
    message: `leaves.bin was changed: ${reason}`,
    file: LEAVES_FILE,
    ...place,
  };
}

/** The hashes of one run of events, in hex. */
export async function leavesOf(
  source: ByteSource,
  { firstSeq, events }: { readonly firstSeq: number; readonly events: number },
): Promise<string[]> {
  const leaves: string[] = [];
  let index = 0;
  for await (const leaf of leafHashes(source)) {
    if (index >= firstSeq + events) break;
    if (index >= firstSeq) leaves.push(leaf.toString('hex'));
    index += 1;
  }
  return leaves;
}
