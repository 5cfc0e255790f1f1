import { describe, expect, it } from 'vitest';

import { aChecklist } from '../testing/checklists.ts';
import { aRichChecklist } from '../testing/richChecklist.ts';

import { sheetOf, textOfSheet } from './checklistSheet.ts';
import { readChecklist } from './readChecklist.ts';

/** The table with one cell changed. */
function changed(line: number, column: number, cell: string): string[][] {
  return sheetOf(aChecklist()).map((cells, at) =>
    cells.map((old, place) => (at === line && place === column ? cell : old)),
  );
}

describe('a checklist as a table', () => {
  it.each([aChecklist(), aRichChecklist()])('is the same again', (list) => {
    const text = textOfSheet(sheetOf(list));
    expect(text.ok && readChecklist(text.value)).toEqual({ ok: true, value: list });
  });

  it('takes what was changed in it', () => {
    const at = sheetOf(aChecklist()).findIndex(([, , , kind]) => kind === 'check');
    const text = textOfSheet(changed(at, 2, '换了说法'));
    const read = text.ok ? readChecklist(text.value) : undefined;
    const items = read?.ok === true ? read.value.sections.flatMap((section) => section.items) : [];
    expect(items.map((item) => item.text)).toContain('换了说法');
  });

  it('names the line that cannot be read', () => {
    expect(textOfSheet([['别的表格']])).toEqual({ ok: false, error: 1 });
    expect(textOfSheet(changed(2, 6, '{'))).toEqual({ ok: false, error: 3 });
    expect(textOfSheet(changed(3, 0, 'nowhere'))).toEqual({ ok: false, error: 4 });
  });
});
