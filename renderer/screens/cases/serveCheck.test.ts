import { describe, expect, it } from 'vitest';

import { serviceProblems, type ServiceForm } from './serveCheck.ts';

const DIRECT: ServiceForm = {
  mode: 'direct',
  receiver: '王桂芳',
  relation: '经营者本人',
  place: '黄石港区湖滨路18号',
  refusalReason: '',
  witness: '',
  photos: [],
};

describe('serviceProblems', () => {
  it('asks direct service for receiver, relation and place only', () => {
    expect(serviceProblems(DIRECT)).toEqual([]);
    expect(serviceProblems({ ...DIRECT, receiver: ' ', place: '' })).toHaveLength(2);
  });

  it('asks leaving for the reason, and for a witness or photos', () => {
    const left: ServiceForm = { ...DIRECT, mode: 'left' };
    expect(serviceProblems(left)).toHaveLength(2);
    expect(serviceProblems({ ...left, refusalReason: '拒绝签收', witness: '社区李主任' })).toEqual([]);
    expect(serviceProblems({ ...left, refusalReason: '拒绝签收', photos: ['a'.repeat(64)] })).toEqual([]);
  });
});
