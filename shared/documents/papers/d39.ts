import { APL } from '../statutes.ts';

import { BLANK, NUMBER_BY_HAND, ruled } from './byHand.ts';
import { paperOf, type PaperSource } from './paper.ts';
import { on, row, rows, section, signed } from './pieces.ts';

const DUE_BY_HAND = '　　　　　年　　月　　日前';
const WRITING_LINES = 3;

/**
 * 督察意见书 with its 反馈单: what the supervision brigade found in a case that it returned, in its own recorded words, and the
 * sheet on which the unit answers (行政处罚法 §75). Which rule was not kept and until when to answer is not recorded: both are
 * written by hand.
 */
export const D39 = paperOf({
  kind: 'D39',
  template: 1,
  title: '督察意见书',
  of: 'supervision.returned',
  blocks: (source) => {
    const { event, state } = source;
    const unit = source.orgName(unitAt(source));
    return [
      rows(
        row('被督察单位', unit),
        { label: '文号', value: NUMBER_BY_HAND },
        row('督察的案件', state.title),
        row('督察日期', on(event.wallAt)),
      ),
      section('发现的问题和要求', event.data.reason),
      rows({ label: '涉及的规定', value: BLANK }, { label: '反馈期限', value: DUE_BY_HAND }),
      section(
        '反馈',
        `依据${APL}第七十五条，请你单位在反馈期限前整改，并填写所附反馈单报本机构。对本意见有异议的，可以在反馈单中说明理由。`,
      ),
      signed(['督察人', source.nameOf(event.by)], ['督察机构负责人（印章）']),
      { is: 'part', title: '督察意见反馈单' },
      rows(row('反馈单位', unit), row('督察的案件', state.title), row('督察日期', on(event.wallAt)), {
        label: '意见书文号',
        value: NUMBER_BY_HAND,
      }),
      ruled(['整改情况', '未整改的原因', '对意见的异议'], WRITING_LINES),
      signed(['填表人'], ['单位负责人（印章）'], ['督察机构核查意见']),
    ];
  },
});

/** Who had the case when the brigade spoke. */
function unitAt({ state, event }: PaperSource): string {
  const before = state.handovers.findLast(({ at }) => at <= event.wallAt);
  return before?.to ?? state.handovers[0]?.from ?? state.org;
}
