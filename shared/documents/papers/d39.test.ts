import { describe, expect, it } from 'vitest';

import { ORG } from '../../testing/builders.ts';
import { aKnown, aTold, RETURNED_SCRIPT } from '../testing/aFullFile.ts';

import { buildPaper, papersOf } from './index.ts';
import { sourceOf } from './source.ts';

const TOLD = aTold(RETURNED_SCRIPT, { 'supervision.returned': { reason: '照片看不出堆放的位置。\n请补拍全景。' } });

function modelOf(state: typeof TOLD.state): ReturnType<typeof buildPaper> {
  const offer = papersOf(state).find(({ kind }) => kind === 'D39');
  const source = sourceOf(state, TOLD.events, offer?.event ?? '', { ...aKnown(), orgName: (id) => `单位${id}` });
  if (source === undefined) throw new Error('nothing was returned');
  return buildPaper('D39', source);
}

describe('督察意见书', () => {
  const text = JSON.stringify(modelOf(TOLD.state).blocks);

  it('says what the brigade recorded, and leaves to the hand what nobody recorded', () => {
    expect(text).toContain('"照片看不出堆放的位置。","请补拍全景。"');
    expect(text).toMatch(/涉及的规定","value":"　+"/);
    expect(text).toMatch(/反馈期限","value":"　+年　　月　　日前"/);
  });

  it('brings a sheet to answer on, as a part of its own', () => {
    const { blocks } = modelOf(TOLD.state);
    const part = blocks.findIndex((block) => block.is === 'part' && block.title === '督察意见反馈单');
    expect(part).toBeGreaterThan(0);
    const after = JSON.stringify(blocks.slice(part));
    expect(after).toContain('整改情况');
    expect(after).toContain('单位负责人');
  });

  it('goes to the unit that had the case then, also when another one has it by now', () => {
    expect(text).toContain(`"被督察单位","value":"单位${ORG}"`);
    const handover = { from: ORG, to: 'later', reason: '示例', by: 'ju', at: '2099-01-01T00:00:00.000Z' };
    const moved = JSON.stringify(modelOf({ ...TOLD.state, org: 'later', handovers: [handover] }).blocks);
    expect(moved).toContain(`"被督察单位","value":"单位${ORG}"`);
    const before = { ...handover, to: 'early', at: '2000-01-01T00:00:00.000Z' };
    expect(JSON.stringify(modelOf({ ...TOLD.state, handovers: [before] }).blocks)).toContain('单位early');
  });
});
