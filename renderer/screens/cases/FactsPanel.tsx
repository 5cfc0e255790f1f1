import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { casesText } from '#renderer/app/language/zh/cases.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import type { CaseRow } from '#renderer/queries/cases.ts';
import type { Matter } from '#shared/catalogue/matter.ts';

import classes from './cases.module.css';

const words = casesText.page;

/** What was found: the facts in words, and the findings with their matters. */
export function FactsPanel({
  row,
  matters,
}: {
  readonly row: CaseRow;
  readonly matters: readonly Matter[];
}): ReactNode {
  return (
    <Panel
      title={words.facts}
      aside={
        row.inspection !== undefined && (
          <Anchor component={Link} href={`/inspections/${row.inspection}`} className={classes['target']}>
            {words.fromInspection}
          </Anchor>
        )
      }
    >
      <div className={classes['stack']}>
        <p className={classes['prose']}>{row.facts}</p>
        <div>
          <h3 className={classes['subhead']}>{words.findings}</h3>
          <ol className={classes['findings']}>
            {row.findings.map((finding, index) => {
              const name = matters.find((matter) => matter.code === finding.matter)?.name ?? '';
              return (
                <li key={`${finding.matter}${String(index)}`}>
                  <div>{finding.description}</div>
                  <div className={classes['soft']}>{words.matterCode(finding.matter, name)}</div>
                </li>
              );
            })}
          </ol>
        </div>
      </div>
    </Panel>
  );
}
