import { describe, expect, it } from 'vitest';

import { ALL_CASES } from '#renderer/queries/caseLines/question.ts';

import { isSameFilter, MOST_VIEWS, parseViews, viewsContent, withView, type SavedView } from './savedViews.ts';

const LATE: SavedView = { name: '超期', filter: { ...ALL_CASES, overdue: true } };

describe('saved views', () => {
  it('come back as they were kept, without those that cannot be read', () => {
    expect(parseViews(structuredClone(viewsContent([LATE])))).toEqual([LATE]);
    const newer = { name: '新', filter: { ...ALL_CASES, show: 'unknown' } };
    expect(parseViews({ form: 'views.v1', views: [newer, LATE, null] })).toEqual([LATE]);
    expect(parseViews({ form: 'views.v9', views: [LATE] })).toEqual([]);
    expect(parseViews(undefined)).toEqual([]);
  });

  it('replace the one of the same name, and are not without end', () => {
    const changed = { ...LATE, filter: ALL_CASES };
    expect(withView([LATE], changed)).toEqual([changed]);
    const many = Array.from({ length: MOST_VIEWS }, (_, n): SavedView => ({ ...LATE, name: String(n) }));
    expect(withView(many, LATE)).toBe('full');
    expect(withView(many, { ...LATE, name: '0' })).toHaveLength(MOST_VIEWS);
    expect(withView([], LATE)).toEqual([LATE]);
  });

  it('are recognised by what they narrow', () => {
    expect(isSameFilter(LATE.filter, { ...ALL_CASES, overdue: true })).toBe(true);
    expect(isSameFilter(LATE.filter, ALL_CASES)).toBe(false);
  });
});
