import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CGROUP } from './addresses.ts';

const GONE_MS = 20_000;

/** Where each hierarchy is mounted: one directory with version 2, one a controller with version 1. */
async function hierarchies(): Promise<readonly string[]> {
  const lines = (await readFile('/proc/self/mounts', 'utf8')).split('\n');
  return lines.flatMap((line) => {
    const [, at = '', type] = line.split(' ');
    return type === 'cgroup' || type === 'cgroup2' ? [at] : [];
  });
}

async function roots(): Promise<readonly string[]> {
  return (await hierarchies()).map((at) => path.join(at, CGROUP));
}

/** Version 1 lets nobody into a cpuset that has no processors yet. */
async function inheritCpuset(parent: string, child: string): Promise<void> {
  for (const name of ['cpuset.cpus', 'cpuset.mems']) {
    const file = path.join(child, name);
    if (!existsSync(file) || (await readFile(file, 'utf8')).trim() !== '') continue;
    await writeFile(file, await readFile(path.join(parent, name), 'utf8'));
  }
}

/** Makes the cgroups of programs and of pods. @returns files to write a process id to, which puts it among the programs */
export async function makeCgroups(): Promise<readonly string[]> {
  const files: string[] = [];
  for (const top of await roots()) {
    for (const [parent, child] of [
      [path.dirname(top), top],
      [top, path.join(top, 'programs')],
      [top, path.join(top, 'pods')],
    ] as const) {
      await mkdir(child, { recursive: true });
      await inheritCpuset(parent, child);
    }
    files.push(path.join(top, 'programs', 'cgroup.procs'));
  }
  return files;
}

/** Deepest last. */
async function tree(top: string): Promise<readonly string[]> {
  const entries = await readdir(top, { withFileTypes: true }).catch(() => []);
  const below = entries.filter((entry) => entry.isDirectory());
  const found = await Promise.all(below.map(async ({ name }) => tree(path.join(top, name))));
  return existsSync(top) ? [top, ...found.flat()] : [];
}

async function processesOf(cgroup: string): Promise<readonly number[]> {
  const text = await readFile(path.join(cgroup, 'cgroup.procs'), 'utf8').catch(() => '');
  return text.split('\n').filter(Boolean).map(Number);
}

/** Every process of the cluster, those in pods too, by this machine's ids. */
export async function clusterProcesses(): Promise<readonly number[]> {
  const cgroups = (await Promise.all((await roots()).map(tree))).flat();
  return [...new Set((await Promise.all(cgroups.map(processesOf))).flat())];
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself meanwhile.
  }
}

/** Whether all are gone. */
async function removeTrees(): Promise<boolean> {
  for (const top of await roots()) {
    for (const cgroup of [...(await tree(top))].reverse()) {
      // Busy while a killed process of it is still being taken apart.
      await rmdir(cgroup).catch(() => undefined);
    }
  }
  return (await roots()).every((top) => !existsSync(top));
}

/** Ends every process of the cluster, whoever started it, and removes the cgroups. Throws where that takes too long. */
export async function endCgroups(): Promise<void> {
  const deadline = performance.now() + GONE_MS;
  for (;;) {
    const processes = await clusterProcesses();
    processes.forEach(kill);
    if (processes.length === 0 && (await removeTrees())) return;
    if (performance.now() > deadline) {
      throw new Error(
        `cgroups ${CGROUP} do not go away; processes left: ${processes.join(' ') || 'none'}`,
      );
    }
    await sleep(50);
  }
}
