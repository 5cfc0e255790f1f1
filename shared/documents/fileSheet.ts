import { chinaDateOf, formatChinaDate, formatChinaInstant } from '../kernel/chinaTime.ts';
import { err, ok, type Result } from '../kernel/result.ts';

import { copiesLine } from './copies.ts';
import type { DocumentDefinition, SheetRefusal } from './definition.ts';
import { checkedInput, sectionsOf } from './fileSections.ts';
import { penaltyWords, until } from './fileWording.ts';
import { filled, type FormRow } from './form.ts';
import { DEFINITIONS } from './kinds/index.ts';
import { partyName, partyRows, publicRows } from './party.ts';
import type { SheetInput } from './sheetInput.ts';
import type { SheetModel } from './sheetModel.ts';

/**
 * Builds the printed model of a document of a file (domain list D04-D34). Refuses what may not leave the house: rule or
 * basis that legal staff did not verify, a paper with a remedy whose bodies are not set, a penalty that is not named.
 */
export function buildSheet(input: SheetInput): Result<SheetModel, SheetRefusal> {
  const definition = DEFINITIONS[input.kind];
  const checked = checkedInput(definition, input);
  if (!checked.ok) return err(checked.error);
  const draft = input.number === undefined;
  const number = input.number ?? '';
  const issuedOn = chinaDateOf(Date.parse(input.issuedAt));
  const glance = [...glanceOf(input), ...(definition.glance?.(input) ?? [])];
  const agency = filled(input.org.name);
  const list = definition.list?.(checked.value);
  return ok({
    schema: 'xunzhi.sheet.v1',
    kind: input.kind,
    template: `${input.kind}.${String(definition.template)}`,
    org: input.org.org,
    draft,
    draftNote: draft ? '（草稿，未编号，不得送达）' : '',
    watermark: draft ? '草　稿' : '',
    agency,
    title: definition.title,
    number,
    issuedAt: input.issuedAt,
    party: definition.copies.includes('posted') ? publicRows(input) : partyRows(input),
    glance,
    sections: [...sectionsOf(definition, checked.value)],
    ...(list === undefined ? {} : { list }),
    ...(definition.signers === undefined ? {} : { signers: definition.signers.map(signerLine) }),
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
    copies: copiesLine(definition.copies, '文书'),
    ...(definition.copies.includes('party') ? { receipt: RECEIPT } : {}),
    ...(definition.copies.includes('agency') ? { receipt: AGENCY_RECEIPT } : {}),
    endMark: '（以下空白）',
    ...(definition.copies.includes('stub') ? { stub: stubOf(input, definition, glance) } : {}),
    qrCaption: '文号与内容核验码',
  });
}

/** Filled by hand at the door. */
const RECEIPT = {
  heading: '签收',
  receiver: '当事人签名或者盖章',
  relation: '与当事人的关系',
  remark: '备注（拒收、留置等）',
  date: '收到日期：　　　年　　月　　日',
} as const;

/** Filled by whoever takes a case over. */
const AGENCY_RECEIPT = {
  ...RECEIPT,
  receiver: '接收机关经办人签名',
  relation: '职务',
  remark: '备注（缺少的材料等）',
} as const;

function signerLine(label: string): NonNullable<SheetModel['signers']>[number] {
  return { label, printed: '', date: '　　　年　　月　　日' };
}

function stubOf(
  input: SheetInput,
  { title }: DocumentDefinition,
  glance: readonly FormRow[],
): NonNullable<SheetModel['stub']> {
  const { number = '' } = input;
  return {
    cut: number === '' ? '骑缝线' : `${number}　骑缝`,
    heading: `${title}（存根）`,
    rows: [
      { label: '文号', value: filled(number) },
      { label: '日期', value: formatChinaDate(chinaDateOf(Date.parse(input.issuedAt))) },
      { label: '当事人', value: filled(partyName(input)) },
      { label: '案由', value: filled(input.title) },
      ...glance.slice(1),
    ],
    receiver: '收件人签名',
    date: '年　　月　　日',
  };
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
