import { describe, expect, it } from 'vitest';

import { serviceData, serviceProblems, type ServiceForm } from './serveCheck.ts';

const DIRECT: ServiceForm = {
  mode: 'direct',
  receiver: '王桂芳',
  relation: '经营者本人',
  place: '黄石港区湖滨路18号',
  photos: [],
};
const PHOTOS = ['a'.repeat(64)];

describe('serviceProblems', () => {
  it('asks direct service for receiver, relation and place only', () => {
    expect(serviceProblems(DIRECT)).toEqual([]);
    expect(serviceProblems({ ...DIRECT, receiver: ' ', place: '' })).toHaveLength(2);
  });

  it('asks leaving for the reason, and for a witness or photos', () => {
    const left: ServiceForm = { ...DIRECT, mode: 'left' };
    expect(serviceProblems(left)).toHaveLength(2);
    expect(serviceProblems({ ...left, refusalReason: '拒绝签收', witness: '社区李主任' })).toEqual([]);
    expect(serviceProblems({ ...left, refusalReason: '拒绝签收', photos: PHOTOS })).toEqual([]);
  });

  it('asks post for number, day and slip, and an announcement for its reasons', () => {
    expect(serviceProblems({ ...DIRECT, mode: 'post' })).toHaveLength(3);
    expect(
      serviceProblems({ ...DIRECT, mode: 'post', trackingNo: 'EA1', receivedOn: '2024-03-08', photos: PHOTOS }),
    ).toEqual([]);
    expect(serviceProblems({ ...DIRECT, mode: 'announcement', relation: '', tried: ' ' })).toHaveLength(3);
  });
});

describe('serviceData', () => {
  it('leaves out what another way had asked for', () => {
    const data = serviceData({ ...DIRECT, refusalReason: '拒收', trackingNo: ' EA1 ', mode: 'post' });
    expect(data).toMatchObject({ mode: 'post', trackingNo: 'EA1' });
    expect(data).not.toHaveProperty('refusalReason');
  });
});
