import type { ReactNode } from 'react';

import { documentsText as words } from '#renderer/app/language/zh/documents.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { SaveStatus } from '#renderer/components/SaveStatus.tsx';
import type { CaseRow } from '#renderer/queries/cases.ts';
import { useOwnDevice } from '#renderer/queries/devices.ts';
import { useNumbersLeft } from '#renderer/queries/numbers.ts';
import { useToday } from '#renderer/queries/useNow.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { findMatter } from '#shared/catalogue/find.ts';
import { hasVerifiedCitation } from '#shared/catalogue/matter.ts';

import { IssuePanel } from './IssuePanel.tsx';
import { IssuedView } from './IssuedView.tsx';
import { NoticeFields } from './NoticeFields.tsx';
import { NoticePreview } from './NoticePreview.tsx';
import { Readiness } from './Readiness.tsx';
import classes from './notice.module.css';
import type { NoticeForm } from './notice.ts';
import { useNotice } from './useNotice.ts';

type Props = { readonly row: CaseRow; readonly initial: NoticeForm; readonly catalogue: Catalogue };

/** Left the form, right the page; what stands against issuing is said above both, before anything is typed. */
export function NoticeEditor({ row, initial, catalogue }: Props): ReactNode {
  const notice = useNotice(row.id, initial);
  const today = useToday();
  const left = useNumbersLeft({ org: row.org, kind: 'D07', year: Number(today.slice(0, 4)) });
  const device = useOwnDevice();
  const isApproved = device === undefined || device.standing === 'approved';
  const matter = findMatter(catalogue, notice.form.matter);
  const cited = matter !== undefined && hasVerifiedCitation(matter);

  if (notice.issued !== undefined) return <IssuedView issued={notice.issued} caseId={row.id} />;
  return (
    <div className={classes['page']}>
      <Readiness device={device} numbersLeft={left} cited={cited || notice.form.matter === ''} />
      <div className={classes['columns']}>
        <div className={classes['form']}>
          <Panel>
            <NoticeFields row={row} notice={notice} catalogue={catalogue} today={today} />
            <div className={classes['status']}>
              <SaveStatus state={notice.save} words={words} />
            </div>
          </Panel>
        </div>
        <div className={classes['issue']}>
          <IssuePanel notice={notice} ready={cited && left !== 0 && isApproved} />
        </div>
        <NoticePreview input={notice.input} />
      </div>
    </div>
  );
}
