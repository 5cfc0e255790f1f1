import { describe, expect, it } from 'vitest';

import type { Party } from '../events/party.ts';

import { duplicates, type DuplicateQuestion, type DuplicateRow } from './duplicates.ts';

const SHOP: Party = {
  kind: 'sole_trader',
  name: '王某',
  shop: '示例面馆',
  uscc: '92420202MA0XXXX01J',
  address: '示例路1号',
};
const OTHER: Party = { kind: 'citizen', name: '李某', address: '示例路2号' };

function aRow(id: string, overrides: Partial<DuplicateRow> = {}): DuplicateRow {
  const about = { siteId: 'here', party: SHOP, matterCodes: ['MQ-04'], foundOn: '2026-03-01', stage: 'filed' } as const;
  return { id, ...about, ...overrides };
}

function ask(rows: readonly DuplicateRow[], question: Partial<DuplicateQuestion> = {}): readonly unknown[] {
  const asked = { siteId: 'here', party: SHOP, matter: 'MQ-04', on: '2026-11-02', ...question };
  return duplicates(rows, asked).map(({ row, sameSite, party }) => [row.id, sameSite, party]);
}

describe('duplicates', () => {
  it('are of the same place, of the same party, or both, and say which', () => {
    const rows = [
      aRow('both'),
      aRow('place', { party: OTHER }),
      aRow('nobody known', { party: undefined }),
      aRow('party', { siteId: 'there' }),
      aRow('neither', { siteId: 'there', party: OTHER }),
    ];
    expect(ask(rows)).toEqual([
      ['both', true, 'uscc'],
      ['place', true, undefined],
      ['nobody known', true, undefined],
      ['party', false, 'uscc'],
    ]);
    expect(ask(rows, { party: undefined }).map((found) => (found as unknown[])[0])).toEqual([
      ...['both', 'place', 'nobody known'],
    ]);
  });

  it('are of the same matter, once there is one', () => {
    const rows = [aRow('same', { matterCodes: ['MQ-01', 'MQ-04'] }), aRow('other', { matterCodes: ['MQ-01'] })];
    expect(ask(rows)).toHaveLength(1);
    expect(ask(rows, { matter: undefined })).toHaveLength(2);
  });

  it('were found within twelve months, newest first, and are not the case at hand', () => {
    const on = ['2025-11-01', '2025-11-02', '2026-11-02', '2026-11-03'];
    const rows = on.map((foundOn) => aRow(foundOn, { foundOn }));
    expect(ask(rows).map((found) => (found as unknown[])[0])).toEqual(['2026-11-02', '2025-11-02']);
    expect(ask(rows, { except: '2026-11-02' })).toHaveLength(1);
  });

  it('are open: clues and drafts too, nothing that has ended', () => {
    const open = (['clue', 'verifying', 'spot_draft', 'found', 'served', 'not_fixed'] as const).map((stage) =>
      aRow(stage, { stage }),
    );
    const ended = (['closed', 'archived', 'not_filed', 'transferred', 'revoked', 'converted', 'fixed'] as const).map(
      (stage) => aRow(stage, { stage }),
    );
    expect(ask([...open, ...ended])).toHaveLength(open.length);
  });
});
