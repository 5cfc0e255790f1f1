import { chinaDateOf, formatChinaDate, formatChinaInstant } from '../kernel/chinaTime.ts';
import { err, ok, type Result } from '../kernel/result.ts';

import { sectionsOf, type SheetRefusal } from './fileSections.ts';
import { penaltyWords, until } from './fileWording.ts';
import { filled, type FormRow } from './form.ts';
import type { SheetInput } from './sheetInput.ts';
import type { SheetModel } from './sheetModel.ts';
import { DOCUMENT_TITLES } from './titles.ts';

/**
 * Builds the printed model of a document of a file (domain list D06-D27). Refuses what may not leave the house: rule or
 * basis that legal staff did not verify, a paper with a remedy whose bodies are not set, a penalty that is not named.
 */
export function buildSheet(input: SheetInput): Result<SheetModel, SheetRefusal> {
  const sections = sectionsOf(input);
  if (!sections.ok) return err(sections.error);
  const draft = input.number === undefined;
  const number = input.number ?? '';
  const issuedOn = chinaDateOf(Date.parse(input.issuedAt));
  const glance = glanceOf(input);
  const agency = filled(input.org.name);
  return ok({
    schema: 'xunzhi.sheet.v1',
    kind: input.kind,
    org: input.org.org,
    draft,
    draftNote: draft ? '（草稿，未编号，不得送达）' : '',
    watermark: draft ? '草　稿' : '',
    agency,
    title: DOCUMENT_TITLES[input.kind],
    number,
    issuedAt: input.issuedAt,
    party: partyRows(input),
    glance,
    sections: [...sections.value],
    officers: input.officers.map((officer) => ({
      label: '执法人员',
      name: filled(officer.name),
      certificateLabel: '执法证号',
      certificate: filled(officer.certificate),
    })),
    contact: [
      { label: '电　话', value: filled(input.org.phone) },
      { label: '地　址', value: filled(input.org.address) },
    ],
    signature: { agency, date: formatChinaDate(issuedOn), seal: '（印章）' },
    copies: '本文书一式两份，一份交当事人，一份归档；存根由本机关留存。',
    receipt: {
      heading: '签收',
      receiver: '当事人签名或者盖章',
      relation: '与当事人的关系',
      remark: '备注（拒收、留置等）',
      date: '收到日期：　　　年　　月　　日',
    },
    endMark: '（以下空白）',
    stub: {
      cut: number === '' ? '骑缝线' : `${number}　骑缝`,
      heading: `${DOCUMENT_TITLES[input.kind]}（存根）`,
      rows: [
        { label: '文号', value: filled(number) },
        { label: '日期', value: formatChinaDate(issuedOn) },
        { label: '当事人', value: filled(nameOf(input)) },
        { label: '案由', value: filled(input.title) },
        ...glance.slice(1),
      ],
      receiver: '收件人签名',
      date: '年　　月　　日',
    },
    qrCaption: '文号与内容核验码',
  });
}

function nameOf({ party, site }: SheetInput): string {
  if (party === undefined) return site.name;
  return party.kind === 'sole_trader' ? `${party.shop}（经营者：${party.name}）` : party.name;
}

function partyRows(input: SheetInput): FormRow[] {
  const { party, site, address } = input;
  const name = { label: '当事人', value: filled(nameOf(input)) };
  const where = { label: '地址', value: filled(party?.address ?? address) };
  if (party === undefined)
    return [
      name,
      { label: '经营者', value: filled(site.operator) },
      { label: '统一社会信用代码', value: filled(site.uscc) },
      { label: '联系电话', value: filled(site.phone) },
      where,
    ];
  const phone = { label: '联系电话', value: filled(party.phone) };
  if (party.kind === 'citizen') return [name, { label: '身份证号', value: filled(party.idNumber) }, phone, where];
  const code = { label: '统一社会信用代码', value: filled(party.uscc) };
  if (party.kind === 'sole_trader')
    return [name, code, { label: '身份证号', value: filled(party.idNumber) }, phone, where];
  return [name, { label: '法定代表人', value: filled(party.representative) }, code, phone, where];
}

/** What the party must see first; an order to demolish is kept apart from penalties. */
function glanceOf({ kind, title, penalty, untilOn, foundAt }: SheetInput): FormRow[] {
  return [
    { label: '事由', value: filled(title) },
    ...(penalty === undefined
      ? []
      : [{ label: kind === 'D24' ? '决定' : '处罚', value: filled(penaltyWords(penalty)) }]),
    ...(untilOn === undefined ? [] : [{ label: '期限', value: until(untilOn) }]),
    { label: '发现时间', value: formatChinaInstant(Date.parse(foundAt)) },
  ];
}
