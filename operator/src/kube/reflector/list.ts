import type { KubeClient, Selection } from '../client/client.ts';
import { isKubeError } from '../errors.ts';
import type { Kind } from '../kinds.ts';
import type { KubeObject } from '../object.ts';

export interface Listing<T> {
  readonly client: Pick<KubeClient, 'page'>;
  readonly kind: Kind<T & KubeObject>;
  readonly selection: Selection;
  readonly pageObjects: number;
  readonly signal: AbortSignal;
  /** What of an item is kept, page by page: a list may be larger than what is wanted of it. */
  readonly keep: (item: T) => T | undefined;
  /** A page has come. */
  readonly heard: () => void;
}

export interface Listed<T> {
  readonly items: readonly T[];
  /** All items as of this version. */
  readonly resourceVersion: string;
}

/**
 * All objects, page by page, as of one version. Where that version is compacted away between two pages (410), everything once
 * more in one answer, which cannot expire.
 */
export async function listAll<T extends KubeObject>(listing: Listing<T>): Promise<Listed<T>> {
  try {
    return await listPages(listing, listing.pageObjects);
  } catch (error) {
    if (!isKubeError(error, 'EXPIRED')) throw error;
    return listPages(listing, undefined);
  }
}

async function listPages<T extends KubeObject>(
  { client, kind, selection, signal, keep, heard }: Listing<T>,
  limit: number | undefined,
): Promise<Listed<T>> {
  const items: T[] = [];
  let next: string | undefined;
  for (;;) {
    const size = limit === undefined ? {} : { limit };
    const page = await client.page(kind, selection, { ...size, next, signal });
    heard();
    for (const item of page.items) {
      const kept = keep(item);
      if (kept !== undefined) items.push(kept);
    }
    if (page.next === undefined) return { items, resourceVersion: page.resourceVersion };
    next = page.next;
  }
}
