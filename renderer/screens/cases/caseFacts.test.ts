import { describe, expect, it } from 'vitest';

import { proposeFacts } from './caseFacts.ts';

const SOURCE = {
  at: '2026-03-05T01:05:00.000Z',
  officers: ['张伟', '李娜'],
  address: '黄石港区湖滨路18号',
  siteName: '老街早点铺',
  inspected: '门前三包检查',
  descriptions: ['门前有烟头、果皮约20处。'],
};

describe('proposeFacts', () => {
  it('states time, people, place and the one finding without a number', () => {
    expect(proposeFacts(SOURCE)).toBe(
      '2026年3月5日 9时05分，执法人员张伟、李娜对位于黄石港区湖滨路18号的老街早点铺进行门前三包检查，发现：门前有烟头、果皮约20处。以上情况有现场照片为证。',
    );
  });

  it('says nothing of a list that is not known here', () => {
    expect(proposeFacts({ ...SOURCE, inspected: undefined })).toContain('的老街早点铺进行检查，发现');
  });

  it('numbers several findings and skips empty ones', () => {
    const text = proposeFacts({ ...SOURCE, descriptions: ['门前有烟头', ' ', '占道堆放货物；'] });
    expect(text).toContain('发现：1. 门前有烟头；2. 占道堆放货物。');
  });

  it('never exceeds what the record holds', () => {
    expect(proposeFacts({ ...SOURCE, descriptions: ['长'.repeat(3000)] })).toHaveLength(2000);
  });
});
