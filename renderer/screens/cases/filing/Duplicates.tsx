import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { fileText } from '#renderer/app/language/zh/files.ts';
import { useCaseRows } from '#renderer/queries/caseLines/useCaseRows.ts';
import { useToday } from '#renderer/queries/useNow.ts';
import { duplicates } from '#shared/case/duplicates.ts';
import { identityKeys } from '#shared/catalogue/firstOffence.ts';
import { chinaDateOf } from '#shared/kernel/chinaTime.ts';

import classes from '../cases.module.css';

import { openingOf, type NewFile } from './newFile.ts';

const words = fileText.new;

/** Open cases that may be the same one; those that were handed over count, too: somebody has them (行政处罚法 §25, §29). */
export function Duplicates({ content }: { readonly content: NewFile }): ReactNode {
  const on = useToday();
  const { siteId, party, matter } = openingOf(content);
  const alike = useCaseRows({ about: { siteId, parties: party === undefined ? [] : identityKeys(party) } });
  const rows = (alike ?? []).map(({ id, title, stage, site, file, findings, foundAt }) => ({
    ...{ id, title, stage, siteId: site.siteId, party: file?.party, foundOn: chinaDateOf(Date.parse(foundAt)) },
    matterCodes: [...findings.map(({ matter }) => matter), ...(file?.matter === undefined ? [] : [file.matter.code])],
  }));
  const found = duplicates(rows, { siteId, party, matter: matter === '' ? undefined : matter, on });
  if (found.length === 0) return null;
  return (
    <section className={classes['notice']} data-tone="warn" role="status">
      <h2 className={classes['noticeTitle']}>{words.duplicates(found.length)}</h2>
      <ul>
        {found.map(({ row, sameSite, party: by }) => (
          <li key={row.id}>
            <Link href={`/cases/${row.id}`}>{row.title}</Link>
            {words.because([...(sameSite ? [words.sameSite] : []), ...(by === undefined ? [] : [words.sameParty[by]])])}
          </li>
        ))}
      </ul>
    </section>
  );
}
