import { describe, expect, it } from 'vitest';

import { messageOf } from './errors.ts';

describe('messageOf', () => {
  it('says what happened and what to do for a known code', () => {
    expect(messageOf({ code: 'no_number' })).toEqual({
      what: '本机没有可用的文书编号',
      todo: '请连接服务器领取号段后再开具文书。',
    });
  });
  it('names an unknown code, so that it can be reported', () => {
    expect(messageOf({ code: 'something_new' }).what).toContain('something_new');
    expect(messageOf({ code: 'toString' }).what).toContain('toString');
  });
  it('counts the tries left and tells until when a PIN is blocked', () => {
    expect(messageOf({ code: 'wrong_pin', subject: '2' }).todo).toContain('还可以再试 2 次');
    expect(messageOf({ code: 'pin_blocked', subject: '2024-03-05T01:05:00.000Z' }).todo).toContain(
      '2024年3月5日 9时05分',
    );
  });
  it('names the person and the article of law', () => {
    const { what } = messageOf({ code: 'certificate_expired', subject: '郭旗', article: '行政处罚法 §42' });
    expect(what).toContain('：郭旗');
    expect(what).toContain('行政处罚法 §42');
  });
  it('keeps technical detail out of the heading', () => {
    const text = messageOf({ code: 'write_failed', subject: 'QuotaExceededError' });
    expect(text.what).not.toContain('Quota');
    expect(text.todo).toContain('QuotaExceededError');
  });
  it('does not show an HTTP status beside a wrong password', () => {
    expect(JSON.stringify(messageOf({ code: 'wrong_password', subject: '401' }))).not.toContain('401');
  });
  it('names who has power over a matter, or says that nobody on the list has', () => {
    const what = (subject: string): string => messageOf({ code: 'out_of_power', subject }).what;
    expect(what('甲局|乙局')).toContain('，有权的单位：甲局、乙局');
    expect(what('')).toContain('赋权清单上没有有权的单位');
  });
});
