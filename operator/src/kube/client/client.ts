import type { IncomingMessage } from 'node:http';
import { KubeError } from '../errors.ts';
import { apiVersionOf, type Kind } from '../kinds.ts';
import type { KubeObject } from '../object.ts';
import { pathOf, queryOf, type Place, type Query } from './paths.ts';
import { Transport, type HttpRequest, type TransportOptions } from './transport.ts';

/** An object by its name. */
export interface Named {
  readonly namespace?: string | undefined;
  readonly name: string;
}

export interface Selection {
  /** Absent: all namespaces. */
  readonly namespace?: string | undefined;
  readonly labelSelector?: string | undefined;
  readonly fieldSelector?: string | undefined;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly resourceVersion: string;
  /** For the next page; absent on the last. */
  readonly next?: string;
}

export interface PageOptions {
  readonly limit?: number;
  readonly next?: string | undefined;
  readonly signal?: AbortSignal;
}

export interface WatchOptions {
  readonly resourceVersion: string;
  /** After that the server ends the watch. */
  readonly timeoutSeconds: number;
  readonly signal: AbortSignal;
}

export interface ApplyOptions {
  /** Who owns the fields: one name for each part of the operator that applies. */
  readonly fieldManager: string;
  readonly subresource?: string;
  /** Takes fields over from other managers. Default true: a controller states what it wants. */
  readonly force?: boolean;
}

const JSON_TYPE = 'application/json';
/** JSON is YAML, and the only form of an apply configuration that the server takes beside CBOR. */
const APPLY_TYPE = 'application/apply-patch+yaml';

/**
 * The API server, kind by kind. Every method throws KubeError and nothing else; none tries again by itself: who calls knows
 * whether that is right.
 */
export class KubeClient {
  readonly #transport: Transport;

  constructor(options: TransportOptions) {
    this.#transport = new Transport(options);
  }

  /** Connections made so far. */
  get connections(): number {
    return this.#transport.connections;
  }

  async get<T extends KubeObject>(kind: Kind<T>, { namespace, name }: Named): Promise<T> {
    return this.#json({ method: 'GET', path: pathOf(kind, { namespace, name }) });
  }

  async page<T extends KubeObject>(
    kind: Kind<T>,
    { namespace, labelSelector, fieldSelector }: Selection,
    { limit, next, signal }: PageOptions = {},
  ): Promise<Page<T>> {
    const query = { labelSelector, fieldSelector, limit, continue: next };
    const list = await this.#json<RawList<T>>({
      method: 'GET',
      path: pathOf(kind, { namespace }, query),
      ...(signal === undefined ? {} : { signal }),
    });
    return pageOf(list);
  }

  /** The body of a watch, with bookmarks: a line of JSON an event. */
  async watch(kind: Kind, selection: Selection, options: WatchOptions): Promise<IncomingMessage> {
    const { namespace, labelSelector, fieldSelector } = selection;
    const { resourceVersion, timeoutSeconds, signal } = options;
    const query = {
      ...{ watch: true, allowWatchBookmarks: true },
      ...{ labelSelector, fieldSelector, resourceVersion, timeoutSeconds },
    };
    return this.#transport.open({
      method: 'GET',
      path: pathOf(kind, { namespace }, query),
      signal,
    });
  }

  /** @param subresource `token` of a ServiceAccount, `eviction` of a pod; with the name in `object` */
  async create<T extends KubeObject>(kind: Kind<T>, object: T): Promise<T> {
    return this.#json({
      method: 'POST',
      path: pathOf(kind, { namespace: object.metadata?.namespace }),
      ...bodyOf(kind, object, JSON_TYPE),
    });
  }

  /** Fails with CONFLICT where the object has changed since it was read. */
  async replace<T extends KubeObject>(kind: Kind<T>, object: T, subresource?: string): Promise<T> {
    return this.#json({
      method: 'PUT',
      path: pathOf(kind, placeOf(object, subresource)),
      ...bodyOf(kind, object, JSON_TYPE),
    });
  }

  /** Server-side apply: states fields, and gives up those stated before under the same manager and not now. */
  async apply<T extends KubeObject>(
    kind: Kind<T>,
    object: Partial<T> & KubeObject,
    { fieldManager, subresource, force = true }: ApplyOptions,
  ): Promise<T> {
    return this.#json({
      method: 'PATCH',
      path: pathOf(kind, placeOf(object, subresource), { fieldManager, force }),
      ...bodyOf(kind, object, APPLY_TYPE),
    });
  }

  /** A JSON merge patch (RFC 7396). */
  async merge<T extends KubeObject>(
    kind: Kind<T>,
    { namespace, name, subresource }: Named & Place,
    patch: object,
  ): Promise<T> {
    return this.#json({
      method: 'PATCH',
      path: pathOf(kind, {
        namespace,
        name,
        ...(subresource === undefined ? {} : { subresource }),
      }),
      body: JSON.stringify(patch),
      contentType: 'application/merge-patch+json',
    });
  }

  /** @param uid only the object that was meant, not one of the same name that came after it */
  async delete(kind: Kind, { namespace, name }: Named, uid?: string): Promise<void> {
    const preconditions = uid === undefined ? {} : { preconditions: { uid } };
    await this.#transport.send({
      method: 'DELETE',
      path: pathOf(kind, { namespace, name }),
      body: JSON.stringify({ apiVersion: 'v1', kind: 'DeleteOptions', ...preconditions }),
      contentType: JSON_TYPE,
    });
  }

  /** Asks for a path that is no kind's, such as `/readyz` or `/version`. */
  async raw(path: string, query: Query = {}): Promise<string> {
    return this.#transport.send({ method: 'GET', path: `${path}${queryOf(query)}` });
  }

  close(): void {
    this.#transport.close();
  }

  async #json<T>(request: HttpRequest): Promise<T> {
    const body = await this.#transport.send(request);
    try {
      return JSON.parse(body) as T;
    } catch (cause) {
      const what = `${request.method} ${request.path}`;
      throw new KubeError('MALFORMED_ANSWER', `${what}: the answer is not JSON`, { cause });
    }
  }
}

interface RawList<T> {
  readonly metadata?: { readonly resourceVersion?: string; readonly continue?: string };
  readonly items?: readonly T[] | null;
}

function pageOf<T>({ metadata, items }: RawList<T>): Page<T> {
  const { resourceVersion, continue: next = '' } = metadata ?? {};
  if (resourceVersion === undefined) {
    throw new KubeError('MALFORMED_ANSWER', 'a list without metadata.resourceVersion');
  }
  return { items: items ?? [], resourceVersion, ...(next === '' ? {} : { next }) };
}

function placeOf({ metadata }: KubeObject, subresource?: string): Place {
  const { namespace, name = '' } = metadata ?? {};
  return { namespace, name, ...(subresource === undefined ? {} : { subresource }) };
}

/** Of a list's items the server leaves kind and version away; a request has to have them. */
function bodyOf(
  kind: Kind,
  object: KubeObject,
  contentType: string,
): { readonly body: string; readonly contentType: string } {
  const named = { ...object, apiVersion: apiVersionOf(kind), kind: kind.kind };
  return { body: JSON.stringify(named), contentType };
}
