import { describe, expect, it } from 'vitest';

import { quarantineReason, reasonText, sync } from './sync.ts';

describe('reasonText', () => {
  it('translates the codes of the server and keeps its words', () => {
    expect(reasonText('device_revoked: 0195b2a0')).toBe('服务器的理由：这台设备已被停用（device_revoked: 0195b2a0）');
    expect(reasonText('forbidden: type: assistant may not write case.found')).toContain('这个岗位不能写这类记录');
  });
  it('shows an unknown reason as it came and says when there is none', () => {
    expect(reasonText('proxy said no')).toBe('服务器的理由：proxy said no');
    expect(reasonText('constructor: x')).toBe('服务器的理由：constructor: x');
    expect(reasonText('')).toBe('服务器没有说明理由');
  });
});

describe('quarantineReason', () => {
  it('falls back to the code', () => {
    expect(quarantineReason('newer')).toContain('升级');
    expect(quarantineReason('other')).toBe('other');
  });
});

describe('size', () => {
  it('never says zero and changes to MB', () => {
    expect(sync.size(0.1)).toBe('1 KB');
    expect(sync.size(3 * 1024)).toBe('3.0 MB');
  });
});
