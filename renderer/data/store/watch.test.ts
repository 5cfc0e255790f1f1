import { afterEach, describe, expect, it } from 'vitest';

import type { DiskLevel } from '#shared/bridge/disk.ts';

import type { PortClient } from '../port.ts';

import { lateCall } from './deadline.ts';
import { StoreWatch } from './watch.ts';

let nowMs = 0;
let level: DiskLevel = 'plenty';
let busy = false;
let replaced = 0;
let letIn = 0;
let watch: StoreWatch | undefined;
afterEach(() => {
  watch?.stop();
  [nowMs, level, busy, replaced, letIn] = [0, 'plenty', false, 0, 0];
});

function aWatch(): StoreWatch {
  const port = { call: () => Promise.resolve({ level, copies: [] }) } as unknown as PortClient;
  watch = new StoreWatch({
    port,
    isBusy: () => busy,
    replace: () => {
      replaced += 1;
    },
    letIn: () => {
      letIn += 1;
    },
    nowMs: () => nowMs,
  });
  return watch;
}

describe('StoreWatch', () => {
  it('takes several late calls close together for a store that hangs, not two, nor three in a morning', async () => {
    const one = aWatch();
    const lateAt = (ms: number): void => {
      nowMs = ms;
      lateCall('write');
    };
    lateAt(0);
    lateAt(15_000);
    expect([one.fault, await one.look()]).toEqual([undefined, false]);
    lateAt(3_600_000);
    for (let n = 0; n < 9; n += 1) lateCall('one of many that wait for the same');
    expect(one.fault).toBeUndefined();
    lateAt(3_615_000);
    lateAt(3_630_000);
    expect(one.fault).toBe('hangs');
  });

  it.each(['read_only', 'full'] as const)('replaces nothing while the disk is %s', async (low) => {
    const one = aWatch();
    one.noteClosed();
    level = low;
    expect([await one.look(), replaced]).toEqual([false, 0]);
    level = 'no_photos';
    expect([await one.look(), await one.look(), replaced]).toEqual([true, true, 1]);
  });

  it('waits for commands that run', async () => {
    const one = aWatch();
    one.noteClosed();
    busy = true;
    expect([await one.look(), replaced]).toEqual([false, 0]);
    busy = false;
    expect([await one.look(), replaced]).toEqual([true, 1]);
  });

  it('does not wait for one that never ends', async () => {
    const one = aWatch();
    one.noteClosed();
    busy = true;
    await one.look();
    nowMs = 24_000;
    expect([await one.look(), replaced]).toEqual([false, 0]);
    nowMs = 25_000;
    expect([await one.look(), replaced]).toEqual([true, 1]);
  });

  it('holds back what comes meanwhile, and lets it in when the disk fills up again', async () => {
    const one = aWatch();
    one.noteClosed();
    busy = true;
    expect(one.holdsBack).toBe(false);
    await one.look();
    expect([one.holdsBack, letIn]).toEqual([true, 0]);
    level = 'full';
    await one.look();
    expect([one.holdsBack, letIn]).toEqual([false, 1]);
    level = 'plenty';
    busy = false;
    expect([await one.look(), letIn, replaced]).toEqual([true, 1, 1]);
  });
});
