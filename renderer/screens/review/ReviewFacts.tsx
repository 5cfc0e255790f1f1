import type { ReactNode } from 'react';

import { showInstant } from '#renderer/app/format.ts';
import { reviewText as words } from '#renderer/app/language/zh/review.ts';
import { KeyValue } from '#renderer/components/KeyValue.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import type { CaseRow } from '#renderer/queries/cases.ts';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { findMatter } from '#shared/catalogue/find.ts';

import classes from './review.module.css';

/** What was found, about whom, by whom. */
export function ReviewFacts({ row }: { readonly row: CaseRow }): ReactNode {
  const catalogue = useCatalogue();
  const { site } = row;
  const matterName = (code: string): string =>
    catalogue === undefined || catalogue === null ? '' : (findMatter(catalogue, code)?.name ?? '');
  return (
    <Panel title={words.facts}>
      <p className={classes['prose']}>{row.facts}</p>
      <h3 className={classes['subhead']}>{words.findings}</h3>
      <ol className={classes['findings']}>
        {row.findings.map((finding, index) => (
          <li key={`${finding.matter}${String(index)}`}>
            <div>{finding.description}</div>
            <div className={classes['soft']}>{`${finding.matter} ${matterName(finding.matter)}`}</div>
          </li>
        ))}
      </ol>
      <h3 className={classes['subhead']}>{words.party}</h3>
      <KeyValue
        rows={[
          { key: words.caseTitle, value: row.title },
          { key: words.partyName, value: site.name },
          { key: words.operator, value: site.operator },
          { key: words.uscc, value: site.uscc },
          { key: words.phone, value: site.phone },
          { key: words.address, value: site.address },
          { key: words.found, value: showInstant(row.foundAt) },
          { key: words.due, value: row.dueOn },
          {
            key: words.officers,
            value: [row.officer, row.second]
              .filter((one) => one !== undefined)
              .map((one) => words.officer(one.name, one.certificate))
              .join('、'),
          },
        ]}
      />
    </Panel>
  );
}
