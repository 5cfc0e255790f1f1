import { Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconLock } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';

import { casesText } from '#renderer/app/language/zh/cases.ts';
import { actName } from '#renderer/app/language/zh/fileRefusals.ts';
import { fileText } from '#renderer/app/language/zh/files.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import type { CaseRow } from '#renderer/queries/cases.ts';
import type { ActInfo } from '#shared/case/fileSteps.ts';

import { ActDialog } from './ActDialog.tsx';
import { ConvertDialog } from './ConvertDialog.tsx';
import { Reasons } from './Reasons.tsx';
import classes from './acts.module.css';
import { useFileSteps } from './useFileSteps.ts';

const words = fileText.steps;

/** What interrupts or stands beside the course; the way on is shown first and filled. */
const BESIDE: ReadonlySet<string> = new Set([
  ...['recusal.requested', 'recusal.decided', 'case.converted', 'case.suspended', 'case.terminated'],
  ...['case.transferred', 'case.revoked', 'case.noPenalty', 'case.notFiled', 'remedy.filed', 'case.approved:extend'],
  ...['case.approved:defer', 'case.approved:measure', 'case.reviewed:return', 'fork.ruled'],
  ...['government.ordered:site_seal', 'structure.demolished:self', 'structure.demolished:assisted'],
]);

type LineProps = { readonly info: ActInfo; readonly caseId: string; readonly onStart: (info: ActInfo) => void };

function StepLine({ info, caseId, onStart }: LineProps): ReactNode {
  const name = actName(info.act);
  return (
    <li className={classes['step']} data-act={info.act} data-open={info.open}>
      <div className={classes['stepText']}>
        <div className={classes['stepTitle']}>{name}</div>
        {!info.open && <Reasons reasons={info.reasons} />}
      </div>
      {!info.open && !info.recordable && (
        <IconLock size={20} color="var(--xz-ink-soft)" aria-label={words.closedLabel} />
      )}
      <StepButton info={info} name={name} caseId={caseId} onStart={onStart} />
    </li>
  );
}

function StepButton({ info, name, caseId, onStart }: LineProps & { readonly name: string }): ReactNode {
  if (info.open && info.act === 'document.issued:D07')
    return (
      <Button component={Link} href={`/cases/${caseId}/notice`}>
        {name}
      </Button>
    );
  if (info.open)
    return (
      <Button variant={BESIDE.has(info.act) ? 'default' : 'filled'} onClick={() => onStart(info)}>
        {name}
      </Button>
    );
  if (!info.recordable || !info.mine) return null;
  return (
    <Button variant="default" aria-label={`${words.record}：${name}`} onClick={() => onStart(info)}>
      {words.record}
    </Button>
  );
}

type FoldProps = { readonly title: string; readonly label: string; readonly children: ReactNode };

function Fold({ title, label, children }: FoldProps): ReactNode {
  return (
    <details>
      <summary className={classes['summary']}>{title}</summary>
      <ul className={classes['steps']} aria-label={label}>
        {children}
      </ul>
    </details>
  );
}

/** What can be done next in a file, and for everything else every reason with its article and what to do. */
export function FileSteps({ row }: { readonly row: CaseRow }): ReactNode {
  // Confirmed addresses are offered beside the papers.
  const steps = useFileSteps(row).filter(({ act }) => act !== 'service.addressConfirmed');
  const [started, setStarted] = useState<ActInfo>();
  const done = (number?: string): void => {
    if (started !== undefined && number !== undefined)
      notifications.show({ message: words.numbered(actName(started.act), number) });
    setStarted(undefined);
  };
  const open = steps
    .filter((info) => info.open && info.mine)
    .sort((a, b) => Number(BESIDE.has(a.act)) - Number(BESIDE.has(b.act)));
  const closed = steps.filter((info) => !info.open && info.mine);
  const others = steps.filter((info) => !info.mine);
  const lines = (all: readonly ActInfo[]): ReactNode =>
    all.map((info) => <StepLine key={info.act} info={info} caseId={row.id} onStart={setStarted} />);
  return (
    <Panel title={words.title} flush>
      {row.readOnly && <p className={classes['step']}>{casesText.readOnly}</p>}
      {open.length === 0 && (
        <div className={classes['step']}>
          <div>
            <Text fw={600}>{row.stage === 'archived' ? words.archived : words.none}</Text>
            {row.stage !== 'archived' && <span className={classes['soft']}>{words.noneHint}</span>}
          </div>
        </div>
      )}
      <ul className={classes['steps']} aria-label={words.title}>
        {lines(open)}
      </ul>
      {closed.length > 0 && (
        <Fold title={words.closed(closed.length)} label={words.closedLabel}>
          {lines(closed)}
        </Fold>
      )}
      {others.length > 0 && (
        <Fold title={words.others(others.length)} label={words.others(others.length)}>
          {lines(others)}
        </Fold>
      )}
      {started?.act === 'case.converted' && <ConvertDialog row={row} onClose={() => setStarted(undefined)} />}
      {started !== undefined && started.act !== 'case.converted' && (
        <ActDialog row={row} info={started} onClose={() => setStarted(undefined)} onDone={done} />
      )}
    </Panel>
  );
}
