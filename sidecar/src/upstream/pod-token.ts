import { readFile } from 'node:fs/promises';
import { SidecarError } from '../errors.ts';

/**
 * Reads the pod's token for exchanges each time it is asked for: the kubelet writes a new one before the last expires.
 * @throws SidecarError UNSUPPORTED_CREDENTIAL without a file, EXCHANGE_UNAVAILABLE where it cannot be read or is empty
 */
export function podTokenFrom(file: string | undefined): () => Promise<string> {
  return async () => {
    if (file === undefined)
      throw new SidecarError('UNSUPPORTED_CREDENTIAL', 'subjectToken Pod needs --exchange-token');
    const token = (await readable(file)).trim();
    if (token === '')
      throw new SidecarError('EXCHANGE_UNAVAILABLE', "the file of the pod's token is empty");
    return token;
  };
}

async function readable(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const { code = 'unreadable' } = cause as NodeJS.ErrnoException;
    const message = `the file of the pod's token cannot be read: ${code}`;
    throw new SidecarError('EXCHANGE_UNAVAILABLE', message, { cause });
  }
}
