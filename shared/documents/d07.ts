import type { OrgCard } from '../access/directory.ts';
import { hasVerifiedCitation, type Citation, type Matter } from '../catalogue/matter.ts';
import type { Deadline } from '../events/caseEvents.ts';
import type { Officer } from '../events/fields.ts';
import type { SiteData } from '../events/siteEvents.ts';
import { formatChinaDate, formatChinaInstant, type ChinaDate } from '../kernel/chinaTime.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { cleanText } from '../kernel/text.ts';

import { formatCitations } from './citation.ts';
import { copiesLine } from './copies.ts';
import { filled, HASH_PREFIX, itemsOf, linesOf, type FormRow, type FormSection, type PrintedPhoto } from './form.ts';
import type { SheetModel } from './sheetModel.ts';

/** What a 责令限期改正通知书 is made from. Without `number` the result is a draft. */
export type D07Input = {
  readonly org: Pick<OrgCard, 'org' | 'name' | 'phone' | 'address'>;
  readonly number?: string | undefined;
  /** Instant of issuing (or of the preview), UTC ISO-8601; it dates the PDF. */
  readonly issuedAt: string;
  /** Date printed under the agency's name; the deadline counts from service on this day. */
  readonly noticeOn: ChinaDate;
  readonly party: Pick<SiteData, 'name' | 'operator' | 'uscc' | 'phone' | 'address'>;
  readonly foundAt: string;
  /** Where it was found, when that is not the party's address. */
  readonly place?: string | undefined;
  readonly matter: Matter;
  readonly facts: string;
  /** Single things seen, printed as a list under the facts. */
  readonly findings?: readonly string[] | undefined;
  /** One requirement a line. */
  readonly toCorrect: string;
  readonly deadline: Deadline;
  readonly contact: string;
  readonly officers: readonly [Officer, Officer];
  /** Photos of the problem, at most two; absent or none: the notice shows none. */
  readonly photos?: readonly PrintedPhoto[] | undefined;
};

/** Why a notice cannot be made. */
export type D07Refusal = 'no_verified_citation' | 'same_officer_twice' | 'deadline_before_notice' | 'empty_field';

const TITLE = '责令限期改正通知书';
/** Goes up with every change of wording or layout. */
const TEMPLATE = 1;

/**
 * Builds the printed model of a notice that orders correction within a period (行政处罚法 §28; content: domain list D07).
 * Refuses `no_verified_citation` when a number is given although legal staff did not verify the broken rule and the
 * norm that orders correction; without a number such a notice becomes a draft. Refuses `same_officer_twice`
 * (行政处罚法 §42: two officers), `deadline_before_notice`, and `empty_field` when facts or requirements say nothing.
 * Text is cleaned (NFC, no control characters); the same input always gives the same model.
 */
export function buildD07(raw: D07Input): Result<SheetModel, D07Refusal> {
  const input = cleanInput(raw);
  const verified = hasVerifiedCitation(input.matter);
  if (input.number !== undefined && !verified) return err('no_verified_citation');
  const [first, second] = input.officers;
  if (first.user === second.user || first.certificate === second.certificate) return err('same_officer_twice');
  if (input.deadline.dueOn < input.noticeOn) return err('deadline_before_notice');
  if (linesOf(input.facts).length === 0 || itemsOf(input.toCorrect).length === 0) return err('empty_field');
  return ok(assemble(input, verified));
}

function assemble(input: D07Input, verified: boolean): SheetModel {
  const draft = input.number === undefined;
  const number = input.number ?? '';
  const glance: FormRow[] = [
    { label: '事由', value: filled(input.matter.name) },
    { label: '改正期限', value: `${dueText(input.deadline)}前，含当日` },
  ];
  return {
    schema: 'xunzhi.d07.v1',
    kind: 'D07',
    template: `D07.${String(TEMPLATE)}`,
    org: input.org.org,
    draft,
    draftNote: draft ? (verified ? '（草稿，未编号，不得送达）' : '（草稿，引用条款未经核实，不得送达）') : '',
    watermark: draft ? '草　稿' : '',
    agency: filled(input.org.name),
    title: TITLE,
    number,
    issuedAt: input.issuedAt,
    party: partyRows(input),
    glance,
    sections: sectionsOf(input, verified),
    ...photosOf(input.photos ?? []),
    officers: input.officers.map((officer) => ({
      label: '执法人员',
      name: filled(officer.name),
      certificateLabel: '执法证号',
      certificate: filled(officer.certificate),
    })),
    contact: [
      { label: '联系人', value: filled(input.contact) },
      { label: '电　话', value: filled(input.org.phone) },
      { label: '地　址', value: filled(input.org.address) },
    ],
    signature: { agency: filled(input.org.name), date: formatChinaDate(input.noticeOn), seal: '（印章）' },
    copies: copiesLine(['archive', 'party', 'stub'], '通知书'),
    receipt: {
      heading: '签收',
      receiver: '收件人签名或者盖章',
      relation: '与当事人的关系',
      remark: '备注（拒收、留置等）',
      date: '收到日期：　　　年　　月　　日',
    },
    endMark: '（以下空白）',
    stub: stubOf(input, glance, number),
    qrCaption: '文号与内容核验码',
  };
}

function partyRows(input: D07Input): FormRow[] {
  return [
    { label: '当事人', value: filled(input.party.name) },
    { label: '经营者', value: filled(input.party.operator) },
    { label: '统一社会信用代码', value: filled(input.party.uscc) },
    { label: '联系电话', value: filled(input.party.phone) },
    { label: '地址', value: filled(input.party.address) },
  ];
}

function sectionsOf(input: D07Input, verified: boolean): FormSection[] {
  // On a numbered notice only citations that were read in their source may stand; a draft shows all, marked.
  const cited = (all: readonly Citation[]): string =>
    formatCitations(verified ? all.filter((one) => one.verification === 'verified') : all);
  const place = filled(input.place ?? input.party.address);
  const found = `${formatChinaInstant(Date.parse(input.foundAt))}，本机关执法人员在${place}检查，发现你（单位）有“${filled(input.matter.name)}”的情形：`;
  const [fact = '', ...moreFacts] = linesOf(input.facts);
  return [
    {
      heading: '一、查明的事实',
      paragraphs: [found + fact, ...moreFacts],
      items: (input.findings ?? []).flatMap(linesOf),
      emphasis: false,
    },
    {
      heading: '二、依据',
      paragraphs: [
        `上述情形违反了${filled(cited(input.matter.rule))}的规定。依据${filled(cited(input.matter.correction))}的规定，现责令你（单位）在下列期限内改正。`,
      ],
      items: [],
      emphasis: false,
    },
    { heading: '三、改正内容', paragraphs: [], items: itemsOf(input.toCorrect), emphasis: false },
    {
      heading: '四、期限',
      paragraphs: [`${dueText(input.deadline)}前改正，含当日。`, ruleText(input)],
      items: [],
      emphasis: true,
    },
    {
      heading: '五、复查与说明',
      paragraphs: [
        '期限届满后本机关将到场复查；提前改正的，可以联系执法人员提前复查。逾期不改正的，本机关将依法处理。对本通知书有不同意见的，可以在期限内向本机关说明。',
      ],
      items: [],
      emphasis: false,
    },
  ];
}

/** Names each photo by its original, so that it can be found in the file. */
function photosOf(photos: readonly PrintedPhoto[]): Pick<SheetModel, 'photos'> {
  if (photos.length === 0) return {};
  const caption = (original: string): string => `现场照片（原件校验码${original.slice(0, HASH_PREFIX)}…）`;
  return { photos: photos.map(({ print, original }) => ({ print, original, caption: caption(original) })) };
}

function stubOf(input: D07Input, glance: readonly FormRow[], number: string): NonNullable<SheetModel['stub']> {
  const [first, second] = input.officers;
  return {
    cut: number === '' ? '骑缝线' : `${number}　骑缝`,
    heading: `${TITLE}（存根）`,
    rows: [
      { label: '文号', value: filled(number) },
      { label: '通知日期', value: formatChinaDate(input.noticeOn) },
      { label: '当事人', value: filled(input.party.name) },
      { label: '经营者', value: filled(input.party.operator) },
      ...glance,
      {
        label: '执法人员',
        value: `${filled(first.name)}（${filled(first.certificate)}）、${filled(second.name)}（${filled(second.certificate)}）`,
      },
    ],
    receiver: '收件人签名',
    date: '年　　月　　日',
  };
}

function dueText(deadline: Deadline): string {
  return `${formatChinaDate(deadline.dueOn)}（${weekdayOf(deadline.dueOn)}）`;
}

/** How the date was counted: start day excluded, end on a day off moves on (民事诉讼法 §85 as the usual rule). */
function ruleText(input: D07Input): string {
  const { deadline } = input;
  if (deadline.by === 'date') return '该日期由本机关指定。';
  const unit = deadline.unit === 'working' ? '个工作日' : '日';
  const roll = deadline.unit === 'working' ? '' : '最后一日是节假日的，顺延至其后第一个工作日；';
  return `计算方法：自本通知书送达的次日起${String(deadline.count)}${unit}；${roll}送达晚于${formatChinaDate(input.noticeOn)}的，自实际送达的次日起重新计算。`;
}

function weekdayOf(date: ChinaDate): string {
  return `星期${'日一二三四五六'.charAt(new Date(`${date}T00:00:00Z`).getUTCDay())}`;
}

function cleanInput(input: D07Input): D07Input {
  return JSON.parse(JSON.stringify(input), (_key, value: unknown) =>
    typeof value === 'string' ? cleanText(value) : value,
  ) as D07Input;
}
