import { Button } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { inspectionsText } from '#renderer/app/language/zh/inspections.ts';
import { PaperDialog } from '#renderer/app/printing/PaperDialog.tsx';
import type { InspectionRow } from '#renderer/queries/inspections.ts';
import { LOOSE_PAPERS } from '#shared/documents/papers/loose.ts';
import { chinaDateOf, formatChinaDate } from '#shared/kernel/chinaTime.ts';

const words = inspectionsText.view;

/** 门前三包整改告知单: the soft notice of what failed, to be looked at, saved, printed and handed to the shop. Nothing while nothing failed. */
export function NoticeButton({ row }: { readonly row: InspectionRow }): ReactNode {
  const [opened, setOpened] = useState(false);
  if (!row.answers.some(({ answer }) => answer === 'fail')) return null;
  const paper = { kind: 'D38', stream: `inspection:${row.id}` } as const;
  const { title } = LOOSE_PAPERS[paper.kind];
  const source = { is: 'loose', ...paper } as const;
  const on = formatChinaDate(chinaDateOf(Date.parse(row.submittedAt)));
  return (
    <>
      <Button variant="default" leftSection={<IconFileText size={20} aria-hidden />} onClick={() => setOpened(true)}>
        {words.notice}
      </Button>
      {opened && (
        <PaperDialog
          paper={paper}
          item={{ key: paper.stream, source, title: `${title} ${row.site.name}` }}
          title={title}
          hint={words.noticeHint}
          fileName={words.noticeFile(title, row.site.name, on)}
          onClose={() => setOpened(false)}
        />
      )}
    </>
  );
}
