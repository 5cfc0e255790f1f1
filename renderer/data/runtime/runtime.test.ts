import { describe, expect, it } from 'vitest';

import { uuidv7TimeMs } from '#shared/kernel/uuid.ts';

import { WorkerClock } from './clock.ts';
import { Mutex } from './mutex.ts';
import { WorkerRandom } from './random.ts';

describe('WorkerClock', () => {
  it('stands still when injected and steps one second per writing command', () => {
    const clock = new WorkerClock('2026-03-02T01:00:00.000Z');
    expect(clock.nowIso()).toBe('2026-03-02T01:00:00.000Z');
    expect(clock.nowIso()).toBe('2026-03-02T01:00:00.000Z');
    clock.step();
    expect(clock.nowIso()).toBe('2026-03-02T01:00:01.000Z');
  });

  it('never gives a stamp twice and goes on after the last own event', () => {
    const clock = new WorkerClock('2026-03-02T01:00:00.000Z');
    const first = clock.stamp();
    expect(clock.stamp() > first).toBe(true);
    clock.resumeAfter('1999999999999ffff'.replace('ffff', '0005'));
    expect(clock.stamp()).toBe('19999999999990006');
  });

  it('knows that it stands behind its own events by more than ten minutes', () => {
    const clock = new WorkerClock('2026-03-02T01:00:00.000Z');
    expect(clock.isBehindOwnEvents()).toBe(false);
    clock.resumeAfter(`${String(Date.parse('2026-03-02T01:09:00.000Z'))}0000`);
    expect(clock.isBehindOwnEvents()).toBe(false);
    clock.resumeAfter(`${String(Date.parse('2026-03-02T01:11:00.000Z'))}0000`);
    expect(clock.isBehindOwnEvents()).toBe(true);
  });
});

describe('WorkerRandom', () => {
  it('repeats per purpose with a seed, whatever is drawn for other purposes between', () => {
    const a = new WorkerRandom('seed');
    const b = new WorkerRandom('seed');
    b.bytes('lease');
    expect(a.uuid('case', 1_700_000_000_000)).toBe(b.uuid('case', 1_700_000_000_000));
    expect(a.uuid('case', 1_700_000_000_000)).not.toBe(a.uuid('case', 1_700_000_000_000));
  });

  it('makes UUIDs that carry their time', () => {
    expect(uuidv7TimeMs(new WorkerRandom(null).uuid('case', 1_700_000_000_123))).toBe(1_700_000_000_123);
  });
});

describe('Mutex', () => {
  it('runs tasks in order, one at a time, and goes on after a failed one', async () => {
    const mutex = new Mutex();
    const seen: string[] = [];
    const slow = mutex.run(async () => {
      await Promise.resolve();
      seen.push('first');
    });
    const failing = mutex.run(() => Promise.reject(new Error('second failed')));
    const last = mutex.run(() => {
      seen.push('third');
      return Promise.resolve('done');
    });
    await expect(failing).rejects.toThrow('second failed');
    await slow;
    await expect(last).resolves.toBe('done');
    expect(seen).toEqual(['first', 'third']);
  });

  it('says whether something runs and how long nothing has', async () => {
    const mutex = new Mutex();
    expect([mutex.isBusy, mutex.idleMs]).toEqual([false, Infinity]);
    const task = mutex.run(() => Promise.resolve());
    expect([mutex.isBusy, mutex.idleMs]).toEqual([true, 0]);
    await task;
    expect(mutex.isBusy).toBe(false);
    expect(Number.isFinite(mutex.idleMs)).toBe(true);
  });
});
