import { Button } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { dossierText as words } from '#renderer/app/language/zh/dossier.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import type { CaseRow } from '#renderer/queries/cases.ts';
import { papersOf } from '#shared/documents/papers/index.ts';

import { DossierDialog } from './DossierDialog.tsx';
import classes from './cases.module.css';

/** The case as one file for the archive, reconsideration or a court. Nothing while there is no document in it. */
export function DossierPanel({ row }: { readonly row: CaseRow }): ReactNode {
  const [opened, setOpened] = useState(false);
  if (row.documents.length === 0 && papersOf(row).length === 0) return null;
  return (
    <Panel title={words.panel}>
      <p className={classes['soft']}>{words.hint}</p>
      <Button variant="default" leftSection={<IconArchive size={20} aria-hidden />} onClick={() => setOpened(true)}>
        {words.open}
      </Button>
      {opened && <DossierDialog row={row} onClose={() => setOpened(false)} />}
    </Panel>
  );
}
