import { decodeFrontend } from '../../../sidecar/src/protocols/postgres/codec/index.ts';
import type { FrontendMessage } from '../../../sidecar/src/protocols/postgres/codec/index.ts';
import {
  RecordingPath,
  refusedWith,
} from '../../../sidecar/src/protocols/compliance/recording-path.ts';
import type { CommandRequest, Passage } from '../../../sidecar/src/protocols/protocol.ts';
import { must } from '../targets/expect.ts';
import { SECRET } from './shop.ts';

const HEADER = 5;
const SUBSTITUTE = 'chaperone: a command was refused here';
/** Names of statements that are the sidecar's own: substitutes, and questions about a result's columns. */
const OWN = 'chaperone.';
const NOTIFICATION = 0x41;
const DATA = new Set(Buffer.from('Dd'));
/** What an agent may never get to the target: FunctionCall, and start-up's password. */
const NEVER = new Set<string>(['FunctionCall', 'SASLResponse']);

/** What masking leaves of the values of the shop, which no copy may write over them. */
const PLACEHOLDER = /\[redacted\]|hash:[0-9a-f]{32}(?![0-9a-f])/;

const denied = refusedWith({ code: 'POLICY_DENIED', message: 'the fuzzer says so' });

/** Sees everything that a session asks for, records and sends, and holds one against the other. */
export class Witness {
  readonly path: RecordingPath;
  /** Messages that the target got and has not answered. */
  readonly unanswered: FrontendMessage[] = [];
  readonly met: Set<string> = new Set<string>();
  readonly #texts = new Set<string>();
  readonly #permitted: string[] = [];
  #bindings = 0;
  #copied: Buffer = Buffer.alloc(0);

  constructor() {
    this.path = new RecordingPath((request, permitted): Passage | Promise<Passage> =>
      this.#decide(request, permitted),
    );
  }

  /** A frame on its way to the target. @param honest as with `delivered` */
  forwarded(frame: Buffer, honest: boolean): void {
    const message = decodeFrontend(frame[0] ?? 0, frame, HEADER, frame.length);
    must(message.kind !== 'malformed', 'the target is sent a malformed message');
    must(!NEVER.has(message.kind), `the target is sent a ${message.kind}`);
    this.unanswered.push(message);
    if (message.kind === 'Query' && message.text !== SUBSTITUTE) {
      const at = this.#permitted.indexOf(message.text);
      must(at >= 0, 'a query without a permit and a recorded command');
      this.#permitted.splice(at, 1);
    }
    if (message.kind === 'Parse' && !message.statement.startsWith(OWN)) {
      const told = this.path.told.includes(`prepared ${message.text}`);
      must(told || this.#texts.has(message.text), 'a text is prepared that is not recorded');
    }
    if (message.kind === 'Bind') must(--this.#bindings >= 0, 'a Bind without a permit');
    if (message.kind.startsWith('Copy')) this.#input(message.kind, frame.subarray(HEADER), honest);
    this.met.add(message.kind);
  }

  /**
   * Data of a copy in, and how it ends: with CopyDone the target keeps it. What is left of a message when the target has
   * ended the copy goes on to it too, and nowhere.
   */
  #input(kind: string, body: Buffer, honest: boolean): void {
    if (kind === 'CopyData') {
      const recorded = !honest || this.path.inputs.includes(body);
      must(recorded, 'data of a copy is forwarded that is not recorded');
      this.#copied = Buffer.concat([this.#copied, body]);
      return;
    }
    const written = this.#copied.toString();
    must(kind !== 'CopyDone' || !PLACEHOLDER.test(written), 'a copy writes back what was masked');
    this.#copied = Buffer.alloc(0);
  }

  /** A frame on its way to the agent. @param honest the target has said nothing but what it should */
  delivered(frame: Buffer, honest: boolean): void {
    this.met.add(String.fromCharCode(frame[0] ?? 0));
    if (DATA.has(frame[0] ?? 0) && !this.path.recorderDown) {
      must(this.path.responses.includes(frame), 'a row is delivered that is not recorded');
    }
    if (frame[0] === NOTIFICATION && !this.path.recorderDown) {
      const isRecorded = this.path.notifications.some((one) => one.equals(frame));
      must(isRecorded, 'a notification is delivered that is not recorded');
    }
    if (honest) must(!frame.includes(SECRET), `a masked value is delivered in ${frame.toString()}`);
  }

  #decide(request: CommandRequest, permitted: Passage): Passage | Promise<Passage> {
    const { text } = request.classified;
    this.#texts.add(text);
    if (text.length % 7 === 0) return denied(request, permitted);
    const permit = (): Passage => {
      if (request.statement === undefined) this.#permitted.push(text);
      else this.#bindings++;
      return permitted;
    };
    return text.length % 5 === 0 ? Promise.resolve().then(permit) : permit();
  }
}
