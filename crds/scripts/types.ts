import type { Kind, SchemaNode } from './schema.ts';

const HEADER =
  '// Generated from manifests/ and src/schemas/ by `npm run generate`. Do not edit.\n';

/** The interfaces of one kind, outermost first, as a reader gets them: defaults are filled in. */
export function typesOf({ kind, schema }: Kind): string {
  const metaName = schema.properties?.['metadata']?.required?.includes('name') === true;
  const meta = metaName ? 'ObjectMeta' : 'GeneratedMeta';
  const writer = new TypeWriter(kind, meta);
  writer.interface(kind, schema);
  return `${HEADER}import type { ${meta} } from './object-meta.ts';\n\n${writer.text()}`;
}

/** The two forms of `metadata`: with a name, and with one that the API server may still have to make. */
export function metaTypes(meta: SchemaNode): string {
  const writer = new TypeWriter('ObjectMeta', 'ObjectMeta');
  writer.interface('ObjectMeta', meta);
  return `${HEADER}${writer.text()}
/** As ObjectMeta, of an object whose name the API server may still have to make. */
export type GeneratedMeta = Omit<ObjectMeta, 'name'> & Partial<Pick<ObjectMeta, 'name'>>;
`;
}

class TypeWriter {
  readonly #kind: string;
  readonly #meta: string;
  readonly #interfaces: string[] = [];

  constructor(kind: string, meta: string) {
    this.#kind = kind;
    this.#meta = meta;
  }

  text(): string {
    return this.#interfaces.join('\n');
  }

  interface(name: string, node: SchemaNode): void {
    const index = this.#interfaces.push('') - 1;
    const fields = Object.entries(node.properties ?? {}).map(([field, child]) => {
      const present = node.required?.includes(field) === true || child.default !== undefined;
      const type = field === 'metadata' ? this.#meta : this.#type(name, field, child);
      return `${comment(child, '  ')}  readonly ${field}${present ? '' : '?'}: ${type};\n`;
    });
    this.#interfaces[index] =
      `${comment(node, '')}export interface ${name} {\n${fields.join('')}}\n`;
  }

  #type(parent: string, field: string, node: SchemaNode): string {
    const type = this.#plainType(parent, field, node);
    return node.nullable === true ? `${type} | null` : type;
  }

  #plainType(parent: string, field: string, node: SchemaNode): string {
    if (node['x-kubernetes-int-or-string'] === true) return 'number | string';
    if (node.enum !== undefined) return node.enum.map((value) => literal(value)).join(' | ');
    if (node.type === 'integer') return 'number';
    if (node.type === 'array') return `readonly ${this.#element(parent, field, node)}[]`;
    return node.type === 'object' ? this.#object(parent, field, node) : (node.type ?? 'unknown');
  }

  #element(parent: string, field: string, node: SchemaNode): string {
    const element = this.#type(parent, field.replace(/s$/, ''), node.items ?? {});
    return element.includes(' ') ? `(${element})` : element;
  }

  #object(parent: string, field: string, node: SchemaNode): string {
    if (node.additionalProperties !== undefined)
      return `Readonly<Record<string, ${this.#type(parent, field, node.additionalProperties)}>>`;
    if (node.properties === undefined) return 'Readonly<Record<string, unknown>>';
    const owner = parent === `${this.#kind}Spec` ? this.#kind : parent;
    const name = `${owner}${field.charAt(0).toUpperCase()}${field.slice(1)}`;
    this.interface(name, node);
    return name;
  }
}

function literal(value: string | boolean): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}

function comment(node: SchemaNode, indent: string): string {
  const facts = node.default === undefined ? '' : ` @defaultValue ${JSON.stringify(node.default)}`;
  return node.description === undefined ? '' : `${indent}/** ${node.description}${facts} */\n`;
}
