import type { ReactNode } from 'react';

import { casesText } from '#renderer/app/language/zh/cases.ts';
import type { CaseRow } from '#renderer/queries/cases.ts';
import { unscannedReceipts } from '#shared/case/service.ts';
import { DOCUMENT_TITLES } from '#shared/documents/titles.ts';
import { formatChinaDate } from '#shared/kernel/chinaTime.ts';

import classes from './cases.module.css';

const words = casesText.page;

/** Services whose signed proof is not in the file yet; nothing while there is none. */
export function ReceiptsNotice({ row }: { readonly row: CaseRow }): ReactNode {
  const missing = unscannedReceipts(row);
  if (missing.length === 0) return null;
  return (
    <div className={classes['document']}>
      <div className={classes['notice']} data-tone="warn" role="note" aria-label={words.receiptsMissing}>
        <p className={classes['noticeTitle']}>{words.receiptsMissing}</p>
        <ul>
          {missing.map(({ event, tag, on }) => {
            const title = Object.entries(DOCUMENT_TITLES).find(([kind]) => kind === tag)?.[1] ?? '';
            return <li key={event}>{words.receiptMissing(title, formatChinaDate(on))}</li>;
          })}
        </ul>
      </div>
    </div>
  );
}
