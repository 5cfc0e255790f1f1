import { formatChinaDate } from '../../kernel/chinaTime.ts';
import type { FormModel } from '../formModel.ts';
import { row, rows } from '../papers/pieces.ts';
import { partyName } from '../party.ts';

import { bindingSheet, pagesIn, type Binding } from './binding.ts';

/** Filled by hand by whoever keeps the archive. */
const BY_HAND = '　';

/** 案卷封面 [v: ARCH]: whose case, which decision, from when to when, how long it is kept, and how much it holds. */
export function coverOf(binding: Binding): FormModel {
  const { state, org, pieces } = binding;
  const decisions = state.documents.filter(
    ({ kind, voided }) => ['D21', 'D22', 'D23', 'D24'].includes(kind) && voided === undefined,
  );
  const fields = rows(
    row('案件名称', state.title),
    row('决定文号', decisions.map(({ number }) => number).join('、')),
    row('当事人', partyName({ party: state.file?.party, site: state.site })),
    row('承办单位', org.name),
    row('立案日期', dayOf(binding, 'case.filed')),
    row('结案日期', dayOf(binding, 'case.closed')),
    row('保管期限', retentionOf(binding) === 'permanent' ? '永久' : '30年'),
    row('卷内件数', `${String(pieces.length)}件`),
    row('卷内页数', `${String(pagesIn(pieces))}页`),
    { label: '归档号', value: BY_HAND },
    { label: '全宗号', value: BY_HAND },
    { label: '目录号', value: BY_HAND },
    { label: '案卷号', value: BY_HAND },
  );
  return bindingSheet(binding, '行政执法案卷', [fields], '');
}

/** As the archive laid down; before that important cases are kept for good, ordinary ones for 30 years [v: ARCH 上海]. */
function retentionOf({ state, events }: Binding): '30_years' | 'permanent' {
  const archived = events.findLast((event) => event.type === 'case.archived');
  return archived?.data.retention ?? (state.file?.grave === true ? 'permanent' : '30_years');
}

function dayOf({ state }: Binding, type: string): string | undefined {
  const entry = state.timeline.findLast((one) => one.type === type && one.verdict.is !== 'void');
  return entry && formatChinaDate(entry.on);
}
