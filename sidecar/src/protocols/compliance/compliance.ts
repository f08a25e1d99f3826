import { Buffer } from 'node:buffer';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Wire } from '../../io/wire.ts';
import type { CommandPath, Session } from '../protocol.ts';
import { RecordingPath, refusedWith, unrecorded } from './recording-path.ts';
import { wireAndPeer } from './sockets.ts';
import type { Peer } from './sockets.ts';

/** Bytes of an agent, and of a target that answers them. */
export interface Conversation {
  readonly name: string;
  readonly agent: Buffer;
  /** What the target sends once it has this much, and without which the agent's other bytes do not go on. */
  readonly first?: { readonly behind: number; readonly target: Buffer };
  /** What the target sends in answer to everything. */
  readonly target: Buffer;
  /** A stretch of it that must not be delivered where it cannot be recorded. */
  readonly response: Buffer;
  /** Commands in it. */
  readonly commands: number;
}

/** What a protocol shows the compliance suite of itself. */
export interface ComplianceSlot {
  readonly name: string;
  readonly start: (agent: Wire, target: Wire, path: CommandPath) => Session;
  readonly conversations: readonly Conversation[];
  /** What no agent may send: ends the connection with a refusal that the real client understands. */
  readonly malformed: readonly { readonly name: string; readonly bytes: Buffer }[];
  /** The same from a target. `answered`: what the agent has to have sent before. */
  readonly malformedTarget: readonly { readonly name: string; readonly bytes: Buffer }[];
  /** Codes of all refusals in what the agent received, by a decoder that is not the protocol's own. */
  readonly refusals: (received: Buffer) => readonly string[];
  /** What the target may get where everything is refused. */
  readonly isHarmless: (received: Buffer) => boolean;
  /** How a target answers the substitutes for the refused commands of a conversation. */
  readonly answerRefused: (received: Buffer) => Buffer;
}

interface Running {
  readonly agent: Peer;
  readonly target: Peer;
  readonly session: Session;
}

/** Peers of a test that may have failed half-way. */
const open = new Set<Peer>();

async function begin(slot: ComplianceSlot, path: CommandPath): Promise<Running> {
  const agent = await wireAndPeer();
  const target = await wireAndPeer({ floor: 1024, ceiling: 1024 * 1024 });
  const session = slot.start(agent.wire, target.wire, path);
  open.add(agent.peer).add(target.peer);
  return { agent: agent.peer, target: target.peer, session };
}

async function end({ agent, target, session }: Running): Promise<void> {
  agent.socket.destroy();
  target.socket.destroy();
  await session.done;
}

const atLeast =
  (bytes: Buffer) =>
  (received: Buffer): boolean =>
    received.length >= bytes.length;

const enough =
  (count: number) =>
  (received: Buffer): boolean =>
    received.length >= count;

const answerOf = ({ first, target }: Conversation): Buffer =>
  first === undefined ? target : Buffer.concat([first.target, target]);

/** The target answers a conversation, before which it had got `had` bytes, in two pieces each. */
async function answered(
  { target }: Running,
  { agent: asked, first, target: answer }: Conversation,
  { had, at }: { readonly had: number; readonly at: number },
): Promise<Buffer> {
  if (first !== undefined) {
    const begun = await target.until(enough(had + first.behind));
    expect(begun).toHaveLength(had + first.behind);
    await target.send(first.target.subarray(0, at), first.target.subarray(at));
  }
  const got = await target.until(enough(had + asked.length));
  await target.send(answer.subarray(0, at), answer.subarray(at));
  return got;
}

/** Every protocol keeps to these, whatever it is about. */
export function describeCompliance(slot: ComplianceSlot): void {
  describe(`${slot.name} complies`, () => {
    afterEach(() => {
      for (const { socket } of open) socket.destroy();
      open.clear();
    });
    describe.each(slot.conversations)('$name', (conversation) => {
      passesUnchanged(slot, conversation);
      refuses(slot, conversation);
      survives(slot, conversation);
    });
    refusesMalformed(slot);
  });
}

function passesUnchanged(slot: ComplianceSlot, conversation: Conversation): void {
  const { agent: asked, commands } = conversation;
  const answer = answerOf(conversation);
  it('passes untouched bytes as they are, split at every byte from both sides', async () => {
    for (let at = 0; at <= Math.max(asked.length, answer.length); at++) {
      const path = new RecordingPath();
      const running = await begin(slot, path);
      const { agent } = running;
      await agent.send(asked.subarray(0, at), asked.subarray(at));
      expect((await answered(running, conversation, { had: 0, at })).equals(asked)).toBe(true);
      expect((await agent.until(atLeast(answer))).equals(answer)).toBe(true);
      expect(path.outcomes).toHaveLength(commands);
      await end(running);
      expect(path.closed).toEqual(['Completed']);
    }
  });

  it('passes many of them in a row', async () => {
    const path = new RecordingPath();
    const running = await begin(slot, path);
    const many = Buffer.concat(new Array<Buffer>(50).fill(asked));
    const answers = Buffer.concat(new Array<Buffer>(50).fill(answer));
    await running.agent.send(many);
    if (conversation.first === undefined) {
      expect((await running.target.until(atLeast(many))).equals(many)).toBe(true);
      await running.target.send(answers);
    } else {
      for (let had = 0; had < many.length; had += asked.length)
        await answered(running, conversation, { had, at: 0 });
      expect(running.target.received.equals(many)).toBe(true);
    }
    expect((await running.agent.until(atLeast(answers))).equals(answers)).toBe(true);
    expect(path.outcomes).toHaveLength(50 * commands);
    await end(running);
  });
}

function refuses(slot: ComplianceSlot, { agent: asked, commands }: Conversation): void {
  const refusal = { code: 'POLICY_DENIED', message: 'a test says so' } as const;
  it.each([
    ['refused', refusedWith(refusal), 'POLICY_DENIED'],
    ['not recorded', unrecorded, 'RECORDING_UNAVAILABLE'],
  ] as const)('sends nothing of a command that is %s', async (_name, answer, code) => {
    const path = new RecordingPath(answer);
    const running = await begin(slot, path);
    await running.agent.send(asked);
    const got = await running.target.until((received) => slot.answerRefused(received).length > 0);
    expect(slot.isHarmless(got)).toBe(true);
    await running.target.send(slot.answerRefused(got));
    await running.agent.until((received) => slot.refusals(received).length > 0);
    expect(slot.refusals(running.agent.received)).toContain(code);
    expect(running.agent.closed).toBe(false);
    expect(path.outcomes).toHaveLength(0);
    expect(commands).toBeGreaterThan(0);
    await end(running);
  });

  it('sends nothing of a command that waits', async () => {
    const path = new RecordingPath(async () => new Promise(() => undefined));
    const running = await begin(slot, path);
    await running.agent.send(asked);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(slot.isHarmless(running.target.received)).toBe(true);
    await end(running);
  });
}

function survives(slot: ComplianceSlot, conversation: Conversation): void {
  const { agent: asked, first, response } = conversation;
  const begins = asked.subarray(0, first?.behind);
  const answer = first?.target ?? conversation.target;
  it('withholds what cannot be recorded, and says so', async () => {
    const path = new RecordingPath();
    const running = await begin(slot, path);
    await running.agent.send(begins);
    await running.target.until(atLeast(begins));
    path.recorderDown = true;
    await running.target.send(answer);
    await running.agent.until((received) => slot.refusals(received).length > 0);
    expect(slot.refusals(running.agent.received)).toContain('RECORDING_UNAVAILABLE');
    expect(path.responses).toHaveLength(0);
    expect(running.agent.received.includes(response)).toBe(false);
    await end(running);
  });

  it('ends in peace wherever the agent stops', async () => {
    for (let at = 0; at < asked.length; at += 3) {
      const path = new RecordingPath();
      const running = await begin(slot, path);
      await running.agent.send(asked.subarray(0, at));
      await end(running);
      expect(path.closed).toEqual(['Completed']);
    }
  });
}

function refusesMalformed(slot: ComplianceSlot): void {
  it.each(slot.malformed)('refuses from an agent: $name', async ({ bytes }) => {
    const running = await begin(slot, new RecordingPath());
    await running.agent.send(bytes);
    await running.agent.until(() => false);
    expect(slot.refusals(running.agent.received)).toContain('MALFORMED_MESSAGE');
    expect(slot.isHarmless(running.target.received)).toBe(true);
    await end(running);
  });

  it.each(slot.malformedTarget)('refuses from a target: $name', async ({ bytes }) => {
    const [conversation] = slot.conversations;
    const path = new RecordingPath();
    const running = await begin(slot, path);
    const asked = conversation?.agent ?? Buffer.alloc(0);
    await running.agent.send(asked);
    await running.target.until(atLeast(asked));
    await running.target.send(bytes);
    await running.agent.until(() => false);
    expect(slot.refusals(running.agent.received)).toContain('UPSTREAM_PROTOCOL_VIOLATION');
    await end(running);
    expect(path.closed).toEqual(['Completed']);
  });
}
