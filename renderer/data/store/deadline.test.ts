import { describe, expect, it } from 'vitest';

import { StoreTimeout, withDeadline } from './deadline.ts';

describe('withDeadline', () => {
  it('gives what the call gives', async () => {
    await expect(withDeadline('read', Promise.resolve(7), undefined, 50)).resolves.toBe(7);
    await expect(withDeadline('read', Promise.reject(new Error('no')), undefined, 50)).rejects.toThrow('no');
  });

  it('rejects a call that never settles, and aborts it', async () => {
    let aborted = false;
    const never = new Promise<never>(() => undefined);
    const late = withDeadline('write', never, () => (aborted = true), 10);
    await expect(late).rejects.toBeInstanceOf(StoreTimeout);
    expect(aborted).toBe(true);
  });
});
