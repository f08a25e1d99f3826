import { encodeCancelRequest } from '../codec/frontend/cancel-request.ts';
import { openTarget, targetDeadline } from './open-target.ts';
import type { BackendKey } from './target.ts';
import type { TargetAddress } from './target-options.ts';

/**
 * Asks a target to cancel what a session runs: a connection of its own, encrypted like the session's, one packet, and the
 * target closes without an answer. Whether anything was cancelled shows in the session alone.
 * @throws SidecarError with a code UPSTREAM_*
 */
export async function cancelAtTarget(address: TargetAddress, key: BackendKey): Promise<void> {
  const time = targetDeadline(address);
  try {
    const wire = await openTarget(address, time.signal);
    try {
      wire.setReader((_buf, _start, end) => end);
      wire.write(encodeCancelRequest(key.processId, key.secretKey));
      await new Promise<void>((resolve) => {
        const done = (): void => {
          resolve();
        };
        wire.onClose(done);
        time.signal.addEventListener('abort', done, { once: true });
      });
    } finally {
      wire.destroy();
    }
    time.signal.throwIfAborted();
  } finally {
    time.clear();
  }
}
