import { Button } from '@mantine/core';
import { IconSignature } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { casesText } from '#renderer/app/language/zh/cases.ts';
import { FilePaperDialog } from '#renderer/app/printing/FilePaperDialog.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import type { CaseRow } from '#renderer/queries/cases.ts';
import { papersOf, type PaperOffer } from '#shared/documents/papers/index.ts';
import { formatChinaDate } from '#shared/kernel/chinaTime.ts';

import classes from './cases.module.css';

const words = casesText.page;

/** Papers that the records of the case come to: minutes, approvals, proofs of service. Nothing while there is none. */
export function PapersPanel({ row }: { readonly row: CaseRow }): ReactNode {
  const [opened, setOpened] = useState<PaperOffer>();
  const offers = papersOf(row);
  if (offers.length === 0) return null;
  return (
    <Panel title={words.papers} flush>
      <ul className={classes['steps']} aria-label={words.papers}>
        {offers.map((offer) => (
          <li key={`${offer.kind} ${offer.event}`} className={classes['document']}>
            <div>
              <div className={classes['stepTitle']}>{offer.title}</div>
              <div className={classes['soft']}>{formatChinaDate(offer.on)}</div>
            </div>
            <Button
              variant="default"
              leftSection={<IconSignature size={20} aria-hidden />}
              aria-label={words.openPaper(offer.title, formatChinaDate(offer.on))}
              onClick={() => setOpened(offer)}
            >
              {words.paper}
            </Button>
          </li>
        ))}
      </ul>
      {opened !== undefined && <FilePaperDialog row={row} offer={opened} onClose={() => setOpened(undefined)} />}
    </Panel>
  );
}
