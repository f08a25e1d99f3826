import { describe, expect, test } from '@jest/globals';
import type { FieldPath } from '../../crds/src/manifest/path.ts';
import { formatPath } from '../../crds/src/manifest/path.ts';
import { edited, pathsOf, samples, type Sample } from '../../crds/src/testdata/samples.ts';
import type { Answer } from './api.ts';
import { contractApi } from './ground.ts';
import { collection, itemPath, kinds, STRICT_DRY_RUN, type Resource } from './resources.ts';

type Tree = Readonly<Record<string, unknown>>;

const api = contractApi();

const own = samples.filter(({ kind }) => kinds.includes(kind));
const named = own.filter(({ value }) => (value['metadata'] as Tree)['name'] !== undefined);
const titled = (list: readonly Sample[]): readonly (Sample & { title: string })[] =>
  list.map((sample, index) => ({ ...sample, title: `${String(index)} ${sample.label}` }));

/** As a person makes it: an Approval without decisions, and nothing of metadata that is the server's. */
function begun(value: Tree): Tree {
  const { name, generateName, namespace } = value['metadata'] as Tree;
  const { decisions, ...undecided } = value['spec'] as Tree;
  const spec = decisions === undefined ? value['spec'] : undecided;
  return { ...value, metadata: { name, generateName, namespace }, spec };
}

async function create(value: unknown): Promise<Answer> {
  return api.send('POST', collection(value as Resource) + STRICT_DRY_RUN, value);
}

/** What the server says of an object that replaces the one that was made of the sample. */
async function replace(value: unknown, stored: Tree, subresource: string): Promise<Answer> {
  const body = { ...(value as Tree), metadata: stored['metadata'] };
  return api.send('PUT', itemPath(value as Resource, subresource) + STRICT_DRY_RUN, body);
}

const isFree = (path: FieldPath): boolean =>
  path.includes('claims') || path.includes('matchLabels');
/** Members of maps with free keys cannot be misspelt; metadata is Kubernetes' own. */
const fieldsOf = (value: Tree): readonly FieldPath[] =>
  pathsOf(value).filter((path) => path.length > 1 && ['spec', 'status'].includes(String(path[0])));

/** The server puts a dot before every key. */
const serverPath = (path: FieldPath): string =>
  formatPath(path).replaceAll(/\["([^"]*)"\]/g, '.$1');

/** Not a list: of a text with a format the API server takes one in its stead, whatever the format. */
function ofAnotherType(value: unknown): unknown {
  return typeof value === 'string' || typeof value === 'number' || value === null ? true : 'text';
}

describe('the API server takes', () => {
  test.each(titled(own))('$title', async ({ value }) => {
    const { status, body, warnings } = await create(begun(value));
    expect({ status, message: body.message, warnings }).toEqual({
      status: 201,
      message: undefined,
      warnings: [],
    });
  });
});

describe('the API server refuses, at its path, each misspelt field of', () => {
  test.each(titled(named))('$title', async ({ value }) => {
    const base = begun(value);
    const paths = fieldsOf(base).filter(
      (path) => typeof path.at(-1) === 'string' && !isFree(path.slice(0, -1)),
    );
    const wrong: string[] = [];
    const attempt = async (path: FieldPath): Promise<void> => {
      const field = formatPath([...path.slice(0, -1), `${String(path.at(-1))}x`]);
      const { status, body } = await create(
        edited(base, path, (parent, last) => {
          parent[`${String(last)}x`] = parent[last];
          Reflect.deleteProperty(parent, last);
        }),
      );
      if (status !== 400 || body.message?.includes(`unknown field "${field}"`) !== true)
        wrong.push(`${field}: ${String(status)} ${body.message ?? ''}`);
    };
    await Promise.all(paths.map(attempt));
    expect(paths.length).toBeGreaterThan(2);
    expect(wrong).toEqual([]);
  });
});

describe('the API server refuses, at its path, a value of the wrong type in each field of', () => {
  test.each(titled(named))('$title', async ({ value }) => {
    const made = await api.send('POST', collection(value as unknown as Resource), begun(value));
    expect(made.status).toBe(201);
    const stored = made.body;
    const wrong: string[] = [];
    const attempt = async (path: FieldPath): Promise<void> => {
      const present = path.reduce<unknown>(
        (current, part) => (current as Record<string | number, unknown>)[part],
        value,
      );
      const changed = edited(value, path, (parent, last) => {
        parent[last] = ofAnotherType(present);
      });
      const { status, body } = await replace(
        changed,
        stored,
        path[0] === 'status' ? '/status' : '',
      );
      if (status < 400 || body.message?.includes(serverPath(path)) !== true)
        wrong.push(`${formatPath(path)}: ${String(status)} ${body.message ?? ''}`);
    };
    await Promise.all(fieldsOf(value).map(attempt));
    expect(wrong).toEqual([]);
    await api.send('DELETE', itemPath(value as unknown as Resource));
  });
});
