import { describe, expect, it } from 'vitest';

import { LOCKOUT_MS, PasswordGate, type GateState } from './gate.ts';

const CHEN = `Basic ${btoa('chen.wei:right')}`;
const DAY_MS = 86_400_000;

function aGate(state?: GateState) {
  const world = { nowMs: Date.UTC(2026, 10, 25), saved: undefined as GateState | undefined };
  const gate = new PasswordGate(
    {
      nowMs: () => world.nowMs,
      inUse: () => CHEN,
      save: (next) => {
        world.saved = next;
        return Promise.resolve();
      },
      onOpen: () => undefined,
    },
    state,
  );
  return { gate, world };
}

const locked = () => new Response('{"reason":"Account is temporarily locked"}', { status: 403 });

describe('a closed account', () => {
  it('opens after the time the server keeps it closed', async () => {
    const { gate, world } = aGate();
    await expect(gate.learn(CHEN, locked())).rejects.toMatchObject({ problem: 'account_locked' });
    world.nowMs += LOCKOUT_MS - 1;
    expect(() => {
      gate.check(CHEN);
    }).toThrow();
    world.nowMs += 1;
    gate.check(CHEN);
  });

  it('opens in that time also when the clock is set back by a day, over a restart, too', async () => {
    const { gate, world } = aGate();
    await expect(gate.learn(CHEN, locked())).rejects.toThrow();
    world.nowMs -= DAY_MS;
    const second = aGate(world.saved);
    second.world.nowMs = world.nowMs;
    for (const one of [{ gate, world }, second]) {
      expect(() => {
        one.gate.typed(CHEN);
      }).toThrow();
      one.world.nowMs += LOCKOUT_MS;
      one.gate.typed(CHEN);
      one.gate.check(CHEN);
    }
  });
});
