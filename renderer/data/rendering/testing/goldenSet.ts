import { codeContent, paperCodeContent } from '#shared/documents/code.ts';
import { buildD07 } from '#shared/documents/d07.ts';
import { closingOf } from '#shared/documents/dossier/closingSheet.ts';
import { contentsOf } from '#shared/documents/dossier/contentsSheet.ts';
import { coverOf } from '#shared/documents/dossier/cover.ts';
import { aBinding } from '#shared/documents/dossier/testing/aBinding.ts';
import { buildSheet } from '#shared/documents/fileSheet.ts';
import { DEFINITIONS } from '#shared/documents/kinds/index.ts';
import { buildLoose } from '#shared/documents/papers/loose.ts';
import type { PrintedModel } from '#shared/documents/printedModel.ts';
import { SHEET_KINDS, type SheetKind } from '#shared/documents/sheetInput.ts';
import { modelHash } from '#shared/documents/sheetModel.ts';
import { aD07Input } from '#shared/documents/testing/aD07Input.ts';
import {
  A_PRINT_JPEG,
  ANNOUNCED,
  ANNOUNCED_SCRIPT,
  CASH,
  CASH_SCRIPT,
  DRAWN,
  FULL_SCRIPT,
  papersOfTold,
  REPORTED,
  RETURNED_SCRIPT,
  SUBSTITUTE_SCRIPT,
} from '#shared/documents/testing/aFullFile.ts';
import { anInspectionSource, aSiteSource } from '#shared/documents/testing/aLoosePaper.ts';
import { aSheetFacts } from '#shared/documents/testing/aSheetFacts.ts';
import { aSheetInput } from '#shared/documents/testing/aSheetInput.ts';
import { aCodeContent, aSignedCode } from '#shared/documents/testing/aSignedCode.ts';
import { HEARING_SCRIPT } from '#shared/testing/fileScripts.ts';

import type { PrintJob } from '../render.ts';
import { RENDERER_VERSION } from '../rendererVersion.ts';

/** A document of the golden file. `says`: what a reader of its PDF must find beside the title. */
export type GoldenDocument = {
  readonly kind: string;
  readonly model: PrintedModel;
  readonly says: readonly string[];
};

const INSTALMENTS = [
  { amountFen: 80_000, dueOn: '2026-03-13' },
  { amountFen: 60_000, dueOn: '2026-04-13' },
  { amountFen: 60_000, dueOn: '2026-05-13' },
];

/** As they stand in March 2026: one paid, one paid in part and overdue. */
const DUES = INSTALMENTS.map(({ amountFen, dueOn }, index) => {
  const on = index === 0 ? '2026-02-13' : index === 1 ? '2026-02-27' : dueOn;
  const owedFen = [0, 20_000, amountFen][index] ?? amountFen;
  return { no: index + 1, of: INSTALMENTS.length, amountFen, owedFen, rawOn: on, dueOn: on, provisional: false };
});

const SHEETS = SHEET_KINDS.map((kind) => ({ kind, model: sheetOf(kind), says: wordsOf(kind) }));
const PAPERS = [
  ...papersOfTold(FULL_SCRIPT, DRAWN),
  ...papersOfTold(CASH_SCRIPT, CASH),
  ...papersOfTold(ANNOUNCED_SCRIPT, ANNOUNCED),
  ...papersOfTold(HEARING_SCRIPT, REPORTED),
  ...papersOfTold(RETURNED_SCRIPT),
  ...papersOfTold(SUBSTITUTE_SCRIPT),
]
  .filter(({ offer }, at, all) => all.findIndex((one) => one.offer.kind === offer.kind) === at)
  .map(({ offer, model }) => ({ kind: offer.kind, model, says: [offer.title, '（以下空白）'] }));
const AROUND = [coverOf, contentsOf, closingOf].map((of) => {
  const model = of(aBinding('norm'));
  return { kind: `D36-${of.name.replace('Of', '')}`, model, says: [model.agency] };
});
const LOOSE = [buildLoose('D37', aSiteSource()), buildLoose('D38', anInspectionSource())].map((model) => ({
  ...{ kind: model.kind, model, says: ['示例小吃店', '（以下空白）'] },
}));
const NOTICE = { kind: 'D07', model: sure(buildD07(aD07Input())), says: ['磁湖小吃店'] };

/** Every document that is made, of an invented case. */
export const GOLDEN_SET: readonly GoldenDocument[] = [
  ...[NOTICE, ...SHEETS, ...PAPERS, ...LOOSE, ...AROUND].sort((one, other) => (one.kind < other.kind ? -1 : 1)),
];

/** How such a document is printed: with a signed code where it bears one, and with the photo that some of them show. */
export function goldenJob({ model }: GoldenDocument): PrintJob {
  return { model, photos: [A_PRINT_JPEG], code: codeOf(model) };
}

/** Its line in the golden file. */
export function goldenLine({ kind, model }: GoldenDocument, pages: number, pdfSha256: string): string {
  const name = kind.startsWith('D36') ? kind.replace('D36', 'D36.1') : (model.template ?? kind);
  return `${name}  pages ${String(pages)}  model ${modelHash(model)}  pdf ${pdfSha256}  ${RENDERER_VERSION}\n`;
}

/** Signed by an invented device; undefined for a paper that bears none. */
export function codeOf(model: PrintedModel): string | undefined {
  const { device } = aCodeContent();
  const content = model.schema === 'xunzhi.form.v1' ? paperCodeContent(model, device) : codeContent(model, 0, device);
  return content === undefined ? undefined : aSignedCode(content);
}

/** The value of a result that must be one. */
export function sure<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string },
): T {
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

/** Number, party, and what the document is about. */
function wordsOf(kind: SheetKind): readonly string[] {
  const facts = DEFINITIONS[kind].parts.some(({ heading }) => heading === '查明的事实');
  const list = {
    D09: '先行登记保存证据清单',
    D11: '查封（扣押）清单',
    D32: '合计人民币2000元',
    D33: '尚未缴纳人民币800元',
    D28: '申请强制执行材料清单',
    D34: '涉案物品清单',
  };
  return [
    '黄港城管罚决字〔2026〕1号',
    '示例建材行',
    ...(facts ? ['占用道路约4平方米'] : []),
    ...Object.entries(list).flatMap(([of, words]) => (of === kind ? [words] : [])),
  ];
}

function sheetOf(kind: SheetKind): PrintedModel {
  const demolition = kind === 'D24' ? { demolition: '楼顶加建砖混房屋86.4平方米', fineFen: 0 } : {};
  const penalty = { warning: false, fineFen: 10_000, minFen: 0, maxFen: 2_000_000, amount: 'verified' as const };
  const { procedural } = DEFINITIONS[kind];
  const isOfMeasure = procedural === true || kind === 'D11';
  const decided = isOfMeasure
    ? { penalty: undefined }
    : { untilOn: '2026-03-20', penalty: { ...penalty, ...demolition } };
  const plans = {
    D32: { of: { ...aSheetFacts(), instalments: INSTALMENTS } },
    D33: { of: { ...aSheetFacts(), dues: DUES, unpaidFen: 80_000 } },
  };
  const byInstalments = kind === 'D32' || kind === 'D33' ? plans[kind] : {};
  return sure(buildSheet(aSheetInput({ kind, ...decided, ...byInstalments })));
}
