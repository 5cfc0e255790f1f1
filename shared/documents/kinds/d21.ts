import { formatChinaInstant } from '../../kernel/chinaTime.ts';
import type { DocumentDefinition, Part } from '../definition.ts';
import { spotRemedy } from '../fileWording.ts';
import { filled, linesOf } from '../form.ts';
import { BREACH, FACTS, performancePart } from '../parts.ts';

/** Certificates shown, rights told, and what the party said to it (行政处罚法 §44, §52, §55). */
const TOLD: Part = {
  heading: '告知与陈述申辩',
  text: ({ told }) => {
    const when = told === undefined ? '已当场' : `于${formatChinaInstant(Date.parse(told.shownAt))}`;
    const words = filled(told?.words ?? '没有陈述和申辩');
    return [`执法人员${when}出示执法证件，告知拟处罚的内容、事实、理由、依据和依法享有的权利。当事人意见：${words}。`];
  },
};

/** 当场行政处罚决定书 (行政处罚法 §51, §52): reconsideration comes before the court (行政复议法 §23). */
export const D21: DocumentDefinition = {
  kind: 'D21',
  template: 1,
  title: '当场行政处罚决定书',
  abbreviation: '当罚',
  penalty: true,
  remedy: true,
  copies: ['archive', 'party', 'stub'],
  parts: [
    FACTS,
    BREACH,
    TOLD,
    { heading: '处罚决定', bold: true, text: ({ imposed, text }) => [`${imposed}。`, ...linesOf(text)] },
    performancePart('请立即改正上述行为。'),
    { heading: '救济途径', text: ({ bodies }) => [spotRemedy(bodies)] },
  ],
};
