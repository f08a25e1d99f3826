import { Buffer } from 'node:buffer';
import { describe, expect, it, jest } from '@jest/globals';
import { SidecarError } from '../../../../errors.ts';
import type { Refusal } from '../../../protocol.ts';
import { Outgoing, ScratchPool } from '../outgoing.ts';
import type { Running } from '../names.ts';
import type { SessionState } from '../state.ts';
import { sent } from '../testing/sent.ts';
import { Reply } from './reply.ts';

const KEPT = 100;

function setUp(): { reply: Reply; outgoing: Outgoing; fail: jest.Mock<(why: Refusal) => void> } {
  const outgoing = new Outgoing(new ScratchPool(1024));
  const fail = jest.fn<(why: Refusal) => void>();
  const path = {
    part: () => {
      throw new SidecarError('RECORDING_UNAVAILABLE', 'no space is left');
    },
  };
  const state = { path, fail } as unknown as SessionState;
  const reply = new Reply(state, outgoing);
  const classification = { mayQuoteMasked: false };
  const running = { command: 1, bytes: 0, rows: 0, ended: false, classification };
  outgoing.begin(Buffer.alloc(KEPT, 'r'), 0);
  reply.begin(running as unknown as Running);
  outgoing.keep(0, KEPT);
  return { reply, outgoing, fail };
}

describe('a part of a response that cannot be recorded', () => {
  it('is replaced by the refusal', () => {
    const { reply, outgoing, fail } = setUp();
    reply.continues(0);
    reply.pause();
    expect(sent(outgoing).toString('latin1')).toContain('"code":"RECORDING_UNAVAILABLE"');
    expect(sent(outgoing).toString('latin1')).not.toContain('r'.repeat(KEPT));
    expect(fail).not.toHaveBeenCalled();
  });

  it('ends the session where it goes on with a row that is delivered in part', () => {
    const { reply, outgoing, fail } = setUp();
    reply.continues(1);
    reply.pause();
    expect(sent(outgoing)).toHaveLength(0);
    expect(fail.mock.calls[0]?.[0].code).toBe('RECORDING_UNAVAILABLE');
    expect(reply.cut).toBe(true);
  });
});
