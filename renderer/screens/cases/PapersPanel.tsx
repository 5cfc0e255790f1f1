import { Button } from '@mantine/core';
import { IconScan, IconSignature } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { casesText } from '#renderer/app/language/zh/cases.ts';
import { FilePaperDialog } from '#renderer/app/printing/FilePaperDialog.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import type { CaseRow } from '#renderer/queries/cases.ts';
import { useMayWrite } from '#renderer/queries/role.ts';
import { scansOf } from '#shared/case/service.ts';
import { papersOf, type PaperOffer } from '#shared/documents/papers/index.ts';
import { formatChinaDate } from '#shared/kernel/chinaTime.ts';

import { AddressButton } from './AddressButton.tsx';
import { ReceiptsNotice } from './ReceiptsNotice.tsx';
import { ScanDialog } from './ScanDialog.tsx';
import classes from './cases.module.css';

const words = casesText.page;

type Opened = { readonly offer: PaperOffer; readonly as: 'paper' | 'scan' };
type LineProps = {
  readonly row: CaseRow;
  readonly offer: PaperOffer;
  readonly mayScan: boolean;
  readonly onOpen: (as: Opened['as']) => void;
};

function PaperLine({ row, offer, mayScan, onOpen }: LineProps): ReactNode {
  const { title, kind, event } = offer;
  const on = formatChinaDate(offer.on);
  const pages = scansOf(row, kind, event).length;
  return (
    <li className={classes['document']}>
      <div>
        <div className={classes['stepTitle']}>{title}</div>
        <div className={classes['soft']}>{pages === 0 ? on : `${on} · ${words.scanned(pages)}`}</div>
      </div>
      <div className={classes['head']}>
        <Button
          variant="default"
          leftSection={<IconSignature size={20} aria-hidden />}
          aria-label={words.openPaper(title, on)}
          onClick={() => onOpen('paper')}
        >
          {words.paper}
        </Button>
        {mayScan && (
          <Button
            variant="subtle"
            leftSection={<IconScan size={20} aria-hidden />}
            aria-label={words.scanOf(title, on)}
            onClick={() => onOpen('scan')}
          >
            {words.scan}
          </Button>
        )}
      </div>
    </li>
  );
}

/**
 * Papers that the records of the case come to: minutes, approvals, proofs of service; what came back signed is put to
 * them. Nothing while there is none.
 */
export function PapersPanel({ row }: { readonly row: CaseRow }): ReactNode {
  const [opened, setOpened] = useState<Opened>();
  const mayScan = useMayWrite('paper.scanned') && !row.readOnly;
  const offers = papersOf(row);
  if (offers.length === 0) return null;
  const close = (): void => setOpened(undefined);
  return (
    <Panel title={words.papers} flush>
      <ReceiptsNotice row={row} />
      <ul className={classes['steps']} aria-label={words.papers}>
        {offers.map((offer) => (
          <PaperLine
            key={`${offer.kind} ${offer.event}`}
            row={row}
            offer={offer}
            mayScan={mayScan}
            onOpen={(as) => setOpened({ offer, as })}
          />
        ))}
      </ul>
      <div className={classes['document']}>
        <AddressButton row={row} />
      </div>
      {opened?.as === 'paper' && <FilePaperDialog row={row} offer={opened.offer} onClose={close} />}
      {opened?.as === 'scan' && <ScanDialog row={row} offer={opened.offer} onClose={close} />}
    </Panel>
  );
}
