import fs from 'node:fs';
import path from 'node:path';

/** Writes a file (mode 0600) so that it is there whole or not at all, and on the disk before it is there. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const draft = `${file}.tmp`;
  const fd = fs.openSync(draft, 'w', 0o600);
  try {
    fs.writeFileSync(fd, content);
    fs.fsyncSync(fd);
  } catch (error) {
    fs.rmSync(draft, { force: true });
    throw error;
  } finally {
    fs.closeSync(fd);
  }
  fs.renameSync(draft, file);
}

/** As `writeWhole`, off the event loop. @param sync whether it has to be on the disk when the promise resolves */
export async function writeWholeAsync(file: string, content: string, sync: boolean): Promise<void> {
  const draft = `${file}.tmp`;
  try {
    await fs.promises.writeFile(draft, content, { mode: 0o600, flush: sync });
  } catch (error) {
    await fs.promises.rm(draft, { force: true });
    throw error;
  }
  await fs.promises.rename(draft, file);
  if (sync) await syncDirectory(path.dirname(file));
}

/** Puts a directory's entries on the disk: a new file is lost with the power until then. */
export async function syncDirectory(directory: string): Promise<void> {
  const handle = await fs.promises.open(directory, fs.constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
