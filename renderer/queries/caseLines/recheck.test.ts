import { describe, expect, it } from 'vitest';

import { recheckOf } from './recheck.ts';

describe('recheckOf', () => {
  const served = { stage: 'notice_served', dueOn: '2024-03-08' } as const;

  it('is due on the day itself and overdue by whole days after it', () => {
    expect(recheckOf(served, '2024-03-07')).toEqual({ is: 'waiting', dueOn: '2024-03-08' });
    expect(recheckOf(served, '2024-03-08')).toEqual({ is: 'due' });
    expect(recheckOf(served, '2024-03-09')).toEqual({ is: 'overdue', days: 1 });
    expect(recheckOf(served, '2024-04-07')).toEqual({ is: 'overdue', days: 30 });
  });
  it('is none before service, after the re-check and without a date', () => {
    expect(recheckOf({ stage: 'notice_issued', dueOn: '2024-03-08' }, '2024-04-01')).toEqual({ is: 'none' });
    expect(recheckOf({ stage: 'fixed', dueOn: '2024-03-08' }, '2024-04-01')).toEqual({ is: 'none' });
    expect(recheckOf({ stage: 'notice_served' }, '2024-04-01')).toEqual({ is: 'none' });
  });
});
