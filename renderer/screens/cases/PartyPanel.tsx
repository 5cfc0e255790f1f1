import type { ReactNode } from 'react';

import { casesText } from '#renderer/app/language/zh/cases.ts';
import { KeyValue } from '#renderer/components/KeyValue.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import type { CaseRow } from '#renderer/queries/cases.ts';

const words = casesText.page;

/** The party as it stood when the case was opened, and the two officers. */
export function PartyPanel({ row }: { readonly row: CaseRow }): ReactNode {
  const { site } = row;
  const pair = [row.officer, row.second].filter((one) => one !== undefined);
  const officers = pair.map((one) => words.certificate(one.name, one.certificate)).join('、');
  return (
    <Panel title={words.party}>
      <KeyValue
        rows={[
          { key: words.caseTitle, value: row.title },
          { key: words.partyName, value: site.name },
          { key: words.operator, value: site.operator },
          { key: words.uscc, value: site.uscc },
          { key: words.phone, value: site.phone },
          { key: words.address, value: site.address },
          { key: words.officers, value: officers },
        ]}
      />
    </Panel>
  );
}
