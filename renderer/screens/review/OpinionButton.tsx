import { Button } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { reviewText as words } from '#renderer/app/language/zh/review.ts';
import { FilePaperDialog } from '#renderer/app/printing/FilePaperDialog.tsx';
import type { CaseRow } from '#renderer/queries/cases.ts';
import { papersOf } from '#shared/documents/papers/index.ts';

/** 督察意见书 of what the brigade returned last, with the sheet to answer on. Nothing while it returned nothing. */
export function OpinionButton({ row }: { readonly row: CaseRow }): ReactNode {
  const [opened, setOpened] = useState(false);
  const offer = papersOf(row).findLast(({ kind }) => kind === 'D39');
  if (offer === undefined) return null;
  return (
    <>
      <Button variant="default" leftSection={<IconFileText size={20} aria-hidden />} onClick={() => setOpened(true)}>
        {words.opinion}
      </Button>
      {opened && <FilePaperDialog row={row} offer={offer} hint={words.opinionHint} onClose={() => setOpened(false)} />}
    </>
  );
}
