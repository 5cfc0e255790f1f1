import type { ReactNode } from 'react';

import { documentsText as words } from '#renderer/app/language/zh/documents.ts';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import type { Citation, Matter } from '#shared/catalogue/matter.ts';

import classes from './notice.module.css';

function Line({ name, citations }: { readonly name: string; readonly citations: readonly Citation[] }): ReactNode {
  return (
    <div className={classes['citation']}>
      <span className={classes['citationName']}>{name}</span>
      <span>
        {citations.length === 0 && words.noCitation}
        {citations.map((citation) => {
          const verified = citation.verification === 'verified';
          return (
            <span key={`${citation.law}${citation.article}`} className={classes['citationText']}>
              {words.citation(citation.law, citation.article)}
              <StatusBadge tone={verified ? 'good' : 'warn'}>
                {verified ? words.verified : words.unverified}
              </StatusBadge>
            </span>
          );
        })}
      </span>
    </div>
  );
}

/** What the notice will cite, and whether legal staff has verified it (行政处罚法 §38). */
export function CitationList({ matter }: { readonly matter: Matter }): ReactNode {
  return (
    <div className={classes['citations']}>
      <Line name={words.rule} citations={matter.rule} />
      <Line name={words.correction} citations={matter.correction} />
    </div>
  );
}
