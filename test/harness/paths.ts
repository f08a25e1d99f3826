import path from 'node:path';

/** The repository. */
export const root: string = path.dirname(path.dirname(import.meta.dirname));

/** The pinned Node, which also runs what a system's older Node cannot. */
export const node: string = path.join(root, 'node_modules', '.bin', 'node');

/** `chaperone`, as `npx chaperone` runs it. */
export const chaperone: string = path.join(root, 'cli', 'bin', 'chaperone');
