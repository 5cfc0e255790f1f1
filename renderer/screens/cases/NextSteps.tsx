import { Button } from '@mantine/core';
import { IconCheck, IconLock } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';

import { casesText } from '#renderer/app/language/zh/cases.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import type { CaseRow } from '#renderer/queries/cases.ts';
import { useOwnDevice } from '#renderer/queries/devices.ts';
import type { StepInfo, StepName } from '#shared/case/steps.ts';

import { FixOnSiteDialog } from './FixOnSiteDialog.tsx';
import { RecheckDialog } from './RecheckDialog.tsx';
import { ServeDialog } from './ServeDialog.tsx';
import classes from './cases.module.css';
import { useSteps } from './useSteps.ts';

const words = casesText.page;
const SHOWN: readonly StepName[] = ['fixOnSite', 'issueNotice', 'serveNotice', 'recheck'];

/** A device without approval has no number, whatever it does. */
const WHY = { requested: 'device_not_approved', rejected: 'device_revoked', revoked: 'device_revoked' } as const;

type LineProps = {
  readonly step: StepInfo;
  readonly done: boolean;
  readonly caseId: string;
  readonly onStart: (step: StepName) => void;
};

function explanation({ step, open, reasons }: StepInfo, done: boolean): string {
  const reason = reasons[0];
  if (open) return words.stepHints[step] ?? '';
  if (done || reason === undefined) return words.done;
  return messageOf({ code: reason.code, article: reason.article || undefined }).what;
}

function StepLine({ step, done, caseId, onStart }: LineProps): ReactNode {
  const standing = useOwnDevice()?.standing ?? 'approved';
  const name = words.steps[step.step] ?? step.step;
  // Without a number the page still opens: it says how to get one, and the text can be prepared.
  const lacksNumber = step.reasons.length > 0 && step.reasons.every((reason) => reason.code === 'no_number');
  const leads = step.step === 'issueNotice' && (step.open || lacksNumber);
  return (
    <li className={classes['step']} data-step={step.step} data-open={step.open}>
      <div className={classes['stepText']}>
        <div className={classes['stepTitle']}>{name}</div>
        <div className={classes['soft']}>
          {lacksNumber && standing !== 'approved' ? messageOf({ code: WHY[standing] }).what : explanation(step, done)}
        </div>
      </div>
      {!step.open && done && <IconCheck size={22} color="var(--xz-good)" aria-hidden />}
      {!step.open && !done && <IconLock size={20} color="var(--xz-ink-soft)" aria-label={words.closed} />}
      {leads && (
        <Button component={Link} href={`/cases/${caseId}/notice`} variant={step.open ? 'filled' : 'default'}>
          {step.open ? name : standing === 'approved' ? words.getNumber : words.prepare}
        </Button>
      )}
      {step.open && !leads && <Button onClick={() => onStart(step.step)}>{name}</Button>}
    </li>
  );
}

function isDone(row: CaseRow, step: StepName): boolean {
  const notice = row.documents.findLast((document) => document.voided === undefined);
  if (step === 'fixOnSite') return row.onSiteFix !== undefined;
  if (step === 'issueNotice') return notice !== undefined;
  if (step === 'serveNotice') return notice?.served !== undefined;
  return step === 'recheck' && row.recheck !== undefined;
}

/** What can be done next, and for everything else the reason with its article. */
export function NextSteps({ row }: { readonly row: CaseRow }): ReactNode {
  const steps = useSteps(row);
  const [started, setStarted] = useState<StepName>();
  const close = (): void => setStarted(undefined);
  const shown = SHOWN.flatMap((name) => steps.filter((step) => step.step === name));
  const finished = (row.stage === 'fixed' || row.stage === 'fixed_on_site') && shown.every((step) => !step.open);
  const ordered = [...shown.filter((step) => step.open), ...shown.filter((step) => !step.open)];
  return (
    <Panel title={words.next} flush>
      {row.readOnly && <p className={classes['step']}>{casesText.readOnly}</p>}
      {finished ? (
        <p className={classes['step']}>{words.finished}</p>
      ) : (
        <ul className={classes['steps']} aria-label={words.next}>
          {ordered.map((step) => (
            <StepLine key={step.step} step={step} done={isDone(row, step.step)} caseId={row.id} onStart={setStarted} />
          ))}
        </ul>
      )}
      {started === 'fixOnSite' && <FixOnSiteDialog row={row} onClose={close} />}
      {started === 'serveNotice' && <ServeDialog row={row} onClose={close} />}
      {started === 'recheck' && <RecheckDialog row={row} onClose={close} />}
    </Panel>
  );
}
