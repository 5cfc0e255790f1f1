import { err, ok, type Result } from '../kernel/result.ts';

import type { Checklist } from './checklist.ts';

/** The columns of a checklist as a table. What has no column of its own stands in the last one as JSON. */
const HEAD = ['分组', '编号', '内容', '类型', '分值', '执法事项', '其他（JSON）'] as const;
/** In the column 类型: the line of the list itself, and of a section. */
const [LIST, SECTION] = ['检查表', '分组'];
const BETWEEN = '、';

/** A checklist as lines of a table for people who edit it with a spreadsheet: the list, then each section with its items. */
export function sheetOf({ id, name, sections, ...list }: Checklist): readonly (readonly string[])[] {
  const lines: string[][] = [[...HEAD], ['', id, name, LIST, '', '', JSON.stringify(list)]];
  for (const { id: section, name: title, items, ...rest } of sections) {
    lines.push([section, '', title, SECTION, '', '', JSON.stringify(rest)]);
    for (const { code, text, kind, ...more } of items) {
      const { weight, matters, ...other } = more as Readonly<Record<string, unknown>>;
      const named = Array.isArray(matters) && matters.length > 0;
      const kept = matters === undefined || named ? other : { ...other, matters };
      const cells = [typeof weight === 'number' ? String(weight) : '', named ? matters.join(BETWEEN) : ''];
      lines.push([section, code, text, kind, ...cells, JSON.stringify(kept)]);
    }
  }
  return lines;
}

/**
 * The text of a checklist's file from such a table, to be checked as any other; refused with the number of the line that cannot
 * be read.
 */
export function textOfSheet(lines: readonly (readonly string[])[]): Result<string, number> {
  if (!HEAD.every((word, at) => lines[0]?.[at] === word)) return err(1);
  const list: Record<string, unknown> = {};
  const sections: { readonly id: string; readonly items: unknown[] }[] = [];
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.every((cell) => cell === '')) continue;
    const [section = '', code = '', text = '', kind = '', weight = '', matters = '', other = ''] = line;
    const rest = objectIn(other);
    if (rest === undefined) return err(index + 1);
    if (kind === LIST) Object.assign(list, rest, { id: code, name: text });
    else if (kind === SECTION)
      sections.push({ ...rest, id: section, name: text, items: [] } as (typeof sections)[number]);
    else {
      const items = sections.find(({ id }) => id === section)?.items;
      if (items === undefined) return err(index + 1);
      items.push({
        ...{ code, text, kind, ...rest },
        ...(weight !== '' && { weight: Number(weight) }),
        ...(matters !== '' && { matters: matters.split(/[、，,;；\s]+/) }),
      });
    }
  }
  return ok(`${JSON.stringify({ ...list, sections }, null, 2)}\n`);
}

function objectIn(text: string): Record<string, unknown> | undefined {
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
