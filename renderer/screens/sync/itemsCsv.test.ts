import { describe, expect, it } from 'vitest';

import type { SyncItem } from '#renderer/queries/syncItems.ts';

import { itemsCsv } from './itemsCsv.ts';

const ITEM: SyncItem = {
  key: 'case:1:2:3',
  kind: 'record',
  state: 'refused',
  what: 'document.issued',
  about: '示例店',
  by: 'chen.wei',
  at: '2026-03-02T01:00:00.000Z',
  db: 'case-hsg-2026',
  rule: 'too_large',
  reason: '1200 bytes',
};
const READERS = { person: (user: string) => (user === 'chen.wei' ? '陈伟' : user), user: 'chen.wei' };

function linesOf(item: SyncItem): string[] {
  return itemsCsv([item], READERS).split('\r\n');
}

describe('itemsCsv', () => {
  it('opens in a spreadsheet: byte order mark, headings, one line per item', () => {
    const text = itemsCsv([ITEM, { ...ITEM, state: 'draft', kind: 'draft', what: 'case' }], READERS);
    expect(text.startsWith('\ufeff状态,内容,对象')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(4);
    expect(text).toContain('被拒绝,开具文书,示例店,陈伟,2026-03-02T01:00:00.000Z,');
    expect(text).toContain(',too_large,服务器的理由：1200 bytes,case:1:2:3,case-hsg-2026');
    expect(text).toContain('草稿,案件草稿,');
  });

  it('keeps commas, quotes and line breaks inside their cell', () => {
    expect(linesOf({ ...ITEM, about: '甲,"乙"\n丙' }).join('\r\n')).toContain('"甲,""乙""\n丙"');
  });

  it('lets no cell become a formula', () => {
    for (const about of ['=1+1', '+1', '-1', '@A1']) expect(linesOf({ ...ITEM, about })[1]).toContain(`,'${about},`);
  });
});
