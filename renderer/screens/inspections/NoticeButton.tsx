import type { ReactNode } from 'react';

import { inspectionsText } from '#renderer/app/language/zh/inspections.ts';
import { LoosePaperButton } from '#renderer/app/printing/LoosePaperButton.tsx';
import type { InspectionRow } from '#renderer/queries/inspections.ts';
import type { Checklist } from '#shared/inspection/checklist.ts';
import { chinaDateOf, formatChinaDate } from '#shared/kernel/chinaTime.ts';

import { hasNotice } from './hasNotice.ts';

const words = inspectionsText.view;

type Props = { readonly row: InspectionRow; readonly checklist: Checklist | undefined };

/** 门前三包整改告知单: the soft notice of what failed, handed to the shop. Nothing while nothing failed. */
export function NoticeButton({ row, checklist }: Props): ReactNode {
  if (!hasNotice(row, checklist)) return null;
  const on = formatChinaDate(chinaDateOf(Date.parse(row.submittedAt)));
  return (
    <LoosePaperButton
      paper={{ kind: 'D38', stream: `inspection:${row.id}` }}
      label={words.notice}
      of={row.site.name}
      hint={words.noticeHint}
      fileName={(title) => words.noticeFile(title, row.site.name, on)}
    />
  );
}
