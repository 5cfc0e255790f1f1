import { describe, expect, it } from 'vitest';

import { daysOf, noticeOf, parseNotice, photosFor, type NoticeForm } from './notice.ts';

const FORM: NoticeForm = {
  form: 'notice.v1',
  matter: 'MQ-01',
  facts: '门前有烟头约20处。',
  toCorrect: '清扫干净。',
  by: 'days',
  count: '3',
  unit: 'working',
  date: '',
  contact: '0714-6350000',
};
const CASE_ID = '01900000-0000-7000-8000-000000000000';

describe('noticeOf', () => {
  it('counts days only with the date that the worker computed', () => {
    expect(noticeOf(CASE_ID, FORM, undefined).missing).toEqual(['deadline']);
    expect(noticeOf(CASE_ID, FORM, '2026-03-10').input?.deadline).toEqual({
      by: 'days',
      count: 3,
      unit: 'working',
      dueOn: '2026-03-10',
    });
  });

  it('takes a date as it stands', () => {
    const dated = noticeOf(CASE_ID, { ...FORM, by: 'date', date: '2026-03-12' }, undefined);
    expect(dated.input?.deadline).toEqual({ by: 'date', dueOn: '2026-03-12' });
  });

  it('names every empty field and trims the rest', () => {
    const missing = noticeOf(CASE_ID, { ...FORM, facts: ' ', contact: '' }, '2026-03-10').missing;
    expect(missing).toEqual(['facts', 'contact']);
    expect(noticeOf(CASE_ID, { ...FORM, facts: ' 事实 ' }, '2026-03-10').input?.facts).toBe('事实');
  });
});

describe('photos of a notice', () => {
  it('are the first two of the case, and none where nobody asked for them', () => {
    const photos = photosFor({ photos: ['a', 'b', 'c'] });
    expect(photos).toEqual(['a', 'b']);
    expect(noticeOf(CASE_ID, { ...FORM, photos }, '2026-03-10').input?.photos).toEqual(photos);
    expect(noticeOf(CASE_ID, { ...FORM, photos: [] }, '2026-03-10').input).toEqual(
      noticeOf(CASE_ID, FORM, '2026-03-10').input,
    );
  });
});

describe('daysOf', () => {
  it('refuses what is no number of 1 to 365 days', () => {
    expect(['3', '0', '366', '1.5', ''].map((count) => daysOf({ ...FORM, count }))).toEqual([
      3,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('parseNotice', () => {
  it('takes only the shape it knows', () => {
    expect(parseNotice(FORM)).toEqual(FORM);
    expect(parseNotice({ ...FORM, form: 'notice.v2' })).toBeUndefined();
    expect(parseNotice({ ...FORM, facts: 3 })).toBeUndefined();
  });
});
