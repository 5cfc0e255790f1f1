import { partyName } from '../party.ts';
import { ANNOUNCEMENT_GROUNDS } from '../serviceTitles.ts';
import { DOCUMENT_TITLES } from '../titles.ts';

import { paperOf, type PaperSource } from './paper.ts';
import { at, officerLine, row, rows, section, signed } from './pieces.ts';

/** 送达地址确认书 (行政处罚法 §61): where papers reach the party, and whether it agrees to electronic service. */
export const D31 = paperOf({
  kind: 'D31',
  template: 1,
  title: '送达地址确认书',
  of: 'service.addressConfirmed',
  blocks: (source) => {
    const { at: madeAt, receiver, address, phone, agent, electronic, eAddress, officer, second } = source.event.data;
    return [
      rows(
        row('案由', source.state.title),
        row('受送达人', receiver),
        row('送达地址', address),
        row('联系电话', phone),
        row('代收人', agent),
        row('告知时间', at(madeAt)),
        row('电子送达', electronic ? '同意' : '不同意'),
        row('电子送达地址', electronic ? eAddress : undefined),
      ),
      section(
        '告知',
        [
          '一、文书按上述地址送达；地址变更的，请书面告知。',
          '二、同意电子送达的，处罚决定书等文书可以用传真、电子邮件等送达，信息到达之日为送达日期；可以要求纸质文书。',
          '三、地址不准确、变更后没有告知或者拒绝签收，致使文书没有收到的，由你（单位）承担后果。',
        ].join('\n'),
      ),
      section('确认', '请写明“以上内容已确认”，并签名或者盖章。'),
      signed(['受送达人（代收人）签名或者盖章'], officerLine('执法人员', officer), officerLine('执法人员', second)),
    ];
  },
});

/** Papers that reach their party by other ways of their own: handed over at once, or posted. */
const NEVER_ANNOUNCED = ['D21', 'D26'];

/**
 * 送达公告 (民事诉讼法 §95): what is posted or published where nothing else reaches the party; made of the document that is to be
 * served, while no other way has served it. It shows nobody's number.
 */
export const D31A = paperOf({
  kind: 'D31A',
  template: 1,
  title: '送达公告',
  of: 'document.issued',
  isFor: ({ documents }, { event, tag = '' }) => {
    const paper = documents.find((one) => one.event === event);
    if (paper === undefined || paper.voided !== undefined || NEVER_ANNOUNCED.includes(tag)) return false;
    return paper.served === undefined || paper.served.mode === 'announcement';
  },
  blocks: (source) => {
    const { org, state, event } = source;
    const { kind, number } = event.data;
    const title = DOCUMENT_TITLES[kind];
    const party = partyName({ party: state.file?.party, site: state.site });
    return [
      rows(row('受送达人', party), row('送达文书', title), row('文号', number), row('案由', state.title)),
      section(
        '公告',
        [
          `${party}：`,
          `本机关依法就${state.title}对你（单位）作出《${title}》（${number}）。${groundText(source)}，依照《中华人民共和国行政处罚法》第六十一条、《中华人民共和国民事诉讼法》第九十五条的规定，现向你（单位）公告送达。`,
          '自本公告发出之日起，经过三十日，即视为送达。',
          `请你（单位）到本机关领取文书。地址：${org.address === '' ? '／' : org.address}；联系电话：${org.phone === '' ? '／' : org.phone}。`,
        ].join('\n'),
      ),
      signed(['公告发布（张贴）处'], ['行政机关（印章）']),
    ];
  },
});

/**
 * The ground that the record of the announcement names. Before there is one, which is when the notice is printed to be posted,
 * both stand with boxes, and one is ticked by hand.
 */
function groundText({ event, events }: PaperSource<'document.issued'>): string {
  const served = events.flatMap((one) =>
    one.type === 'document.served' && one.data.document === event.data.document ? [one.data.ground] : [],
  );
  const ground = served.findLast((one) => one !== undefined);
  if (ground !== undefined) return `因${ANNOUNCEMENT_GROUNDS[ground]}`;
  return `因${Object.values(ANNOUNCEMENT_GROUNDS)
    .map((words) => `□${words}`)
    .join('　')}（在其中一项前划√）`;
}
