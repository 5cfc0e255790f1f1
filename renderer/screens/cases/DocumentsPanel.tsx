import { Button } from '@mantine/core';
import { IconFileText, IconPrinter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { showInstant } from '#renderer/app/format.ts';
import { choiceLabel } from '#renderer/app/language/zh/actFields.ts';
import { casesText } from '#renderer/app/language/zh/cases.ts';
import { printingText } from '#renderer/app/language/zh/printing.ts';
import { StateMark } from '#renderer/app/record/StateMark.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { EmptyState } from '#renderer/components/states.tsx';
import type { CaseRow } from '#renderer/queries/cases.ts';
import { useDocumentStates } from '#renderer/queries/documentStates.ts';
import { useMayWrite } from '#renderer/queries/role.ts';
import { printSums } from '#shared/case/prints.ts';
import { servedFrom } from '#shared/case/service.ts';
import type { CaseDocument } from '#shared/case/state.ts';
import { DOCUMENT_TITLES, goesToParty } from '#shared/documents/titles.ts';
import { formatChinaDate } from '#shared/kernel/chinaTime.ts';
import type { ItemState } from '#shared/sync/itemState.ts';

import { DocumentDialog } from './DocumentDialog.tsx';
import { VoidDialog } from './VoidDialog.tsx';
import classes from './cases.module.css';
import { BatchDialog } from './printing/BatchDialog.tsx';
import type { PrintGroup } from './printing/PrintMany.tsx';
import { isPrintable, itemsOf } from './printing/printItems.ts';

const words = casesText.page;

function servedText(document: CaseDocument): string {
  const { served } = document;
  if (served === undefined) return words.notServed;
  const time = showInstant(served.at);
  const { mode, receiver, relation } = served;
  if (mode === 'direct') return words.servedAt(time, receiver, relation);
  if (mode === 'left') return words.servedLeft(time, receiver);
  return words.servedBy(choiceLabel('mode', mode), formatChinaDate(servedFrom(served)), mode === 'announcement');
}

type LineProps = {
  readonly document: CaseDocument;
  readonly onOpen: (document: CaseDocument) => void;
  readonly onVoid: (document: CaseDocument) => void;
  readonly mayVoid: boolean;
  readonly state: ItemState;
};

function DocumentLine({ document, onOpen, onVoid, mayVoid, state }: LineProps): ReactNode {
  const isVoid = document.voided !== undefined;
  const prints = printSums(document.prints);
  return (
    <li className={classes['document']}>
      <div>
        <div className={classes['head']}>
          <span className={classes['stepTitle']}>{DOCUMENT_TITLES[document.kind]}</span>
          <StateMark state={state} />
        </div>
        <div className={isVoid ? classes['voided'] : undefined}>{words.documentLine(document.number)}</div>
        {document.voided !== undefined && <div className={classes['soft']}>{words.voided(document.voided)}</div>}
        <div className={classes['soft']}>{words.issuedAt(showInstant(document.issuedAt))}</div>
        {document.deadline !== undefined && (
          <div className={classes['soft']}>{casesText.due(document.deadline.dueOn)}</div>
        )}
        {!isVoid && goesToParty(document.kind) && <div className={classes['soft']}>{servedText(document)}</div>}
        {prints !== undefined && (
          <div className={classes['soft']}>{printingText.printed(prints.copies, showInstant(prints.lastAt))}</div>
        )}
      </div>
      <div className={classes['head']}>
        <Button variant="default" leftSection={<IconFileText size={20} aria-hidden />} onClick={() => onOpen(document)}>
          {words.preview}
        </Button>
        {mayVoid && !isVoid && document.served === undefined && (
          <Button variant="subtle" color="red" onClick={() => onVoid(document)}>
            {words.steps['voidNumber']}
          </Button>
        )}
      </div>
    </li>
  );
}

function groupsOf(row: CaseRow): readonly PrintGroup[] {
  const { documents, papers } = itemsOf(row);
  return [
    { title: printingText.documents, items: documents, isChosen: true },
    { title: printingText.papers, items: papers, isChosen: false },
  ];
}

/** The documents of the case: number, deadline, service, and the PDF to look at, save and print. */
export function DocumentsPanel({ row }: { readonly row: CaseRow }): ReactNode {
  const [opened, setOpened] = useState<CaseDocument>();
  const [voiding, setVoiding] = useState<CaseDocument>();
  const stateOf = useDocumentStates(row);
  const [isBatch, setBatch] = useState(false);
  const mayVoid = useMayWrite('number.voided') && !row.readOnly;
  const mayPrint = useMayWrite('document.printed') && row.documents.some(isPrintable);
  return (
    <Panel
      title={words.documents}
      flush
      aside={
        mayPrint ? (
          <Button variant="default" leftSection={<IconPrinter size={20} aria-hidden />} onClick={() => setBatch(true)}>
            {printingText.batch}
          </Button>
        ) : undefined
      }
    >
      {row.documents.length === 0 ? (
        <EmptyState title={words.noDocuments} icon={<IconFileText size={40} stroke={1.5} aria-hidden />} />
      ) : (
        <ul className={classes['steps']} aria-label={words.documents}>
          {row.documents.map((document) => (
            <DocumentLine
              key={document.document}
              document={document}
              onOpen={setOpened}
              onVoid={setVoiding}
              mayVoid={mayVoid}
              state={stateOf(document)}
            />
          ))}
        </ul>
      )}
      {opened !== undefined && <DocumentDialog row={row} document={opened} onClose={() => setOpened(undefined)} />}
      {isBatch && <BatchDialog groups={groupsOf(row)} onClose={() => setBatch(false)} />}
      {voiding !== undefined && <VoidDialog row={row} document={voiding} onClose={() => setVoiding(undefined)} />}
    </Panel>
  );
}
