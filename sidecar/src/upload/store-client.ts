import { BROKER_PATHS, CONTENT_DIGEST_HEADER, decodeUploadAnswer } from '@chaperone/core/broker';
import { MANIFEST_FILE } from '@chaperone/core/record';
import { SidecarError } from '../errors.ts';
import type { Outgoing } from './files.ts';
import { send } from './send.ts';

/** What storing needs of the broker's client. */
export interface StoreBroker {
  ask(path: string, body: unknown): Promise<string>;
  send(path: string, file: Outgoing, headers: Readonly<Record<string, string>>): Promise<void>;
}

/** How often a file is sent before its session waits: an answer may be lost, and what was sent be there all the same. */
const ATTEMPTS = 2;

/** Files on their way to wherever the broker says that they are kept. */
export class StoreClient {
  readonly #broker: StoreBroker;
  /** The store is a directory of the broker, as far as is known: it is not asked each time. */
  #isAtBroker = false;

  constructor(broker: StoreBroker) {
    this.#broker = broker;
  }

  /**
   * Resolves when the store has the file.
   * @throws SidecarError BROKER_UNAVAILABLE where another try may help, BROKER_REFUSED where it does not
   */
  async store(session: string, name: string, file: Outgoing): Promise<void> {
    if (this.#isAtBroker && (await this.#sendToBroker(session, name, file))) return;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (await this.#attempt(session, name, file)) return;
    }
    throw new SidecarError('BROKER_UNAVAILABLE', `the store did not take ${name}`);
  }

  /** Whether the file is there. */
  async #attempt(session: string, name: string, file: Outgoing): Promise<boolean> {
    const { bytes, sha256 } = file;
    const said = await this.#broker.ask(`${BROKER_PATHS.uploads}${session}/${name}`, {
      bytes,
      sha256,
    });
    const answer = decodeUploadAnswer(said);
    if (answer === undefined) {
      throw new SidecarError('BROKER_UNAVAILABLE', 'the broker says no way into the store');
    }
    if (answer.kind === 'stored') return true;
    this.#isAtBroker = answer.kind === 'broker';
    if (answer.kind === 'broker') return this.#sendToBroker(session, name, file);
    const { status } = await send(file, answer);
    // What the store says of another file of that name, the broker knows better. It wants to hear of the manifest.
    return status >= 200 && status <= 299 && name !== MANIFEST_FILE;
  }

  /** False where the store is elsewhere by now. */
  async #sendToBroker(session: string, name: string, file: Outgoing): Promise<boolean> {
    const path = `${BROKER_PATHS.contents}${session}/${name}`;
    try {
      await this.#broker.send(path, file, { [CONTENT_DIGEST_HEADER]: file.sha256 });
      return true;
    } catch (error) {
      if (!(error instanceof SidecarError) || error.facts['broker'] !== 'STORE_ELSEWHERE')
        throw error;
      this.#isAtBroker = false;
      return false;
    }
  }
}
