import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { planText as words } from '#renderer/app/language/zh/plan.ts';
import { LinkList, LinkRow } from '#renderer/components/LinkRow.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { EmptyNote } from '#renderer/components/states.tsx';
import { useNames } from '#renderer/queries/directory.ts';
import { useMayReview } from '#renderer/queries/role.ts';
import type { Contribution } from '#shared/programme/contributions.ts';
import type { Indicator } from '#shared/programme/programme.ts';

import { valueWords } from './words.ts';

/** Records that are shown at a time. */
const PAGE = 100;

type Props = { readonly indicator: Indicator; readonly made: readonly Contribution[] };

/** The very records that a number is made of. */
export function MadeOf({ indicator, made }: Props): ReactNode {
  const [count, setCount] = useState(PAGE);
  const { org } = useNames();
  const reviews = useMayReview();
  const last = made.toReversed();
  return (
    <Panel title={words.records} flush>
      {made.length === 0 && <EmptyNote title={words.noRecords} text={words.noRecordsHint} />}
      <LinkList label={words.records}>
        {last.slice(0, count).map((one) => (
          <LinkRow
            key={one.id}
            href={hrefOf(one, reviews)}
            title={one.title}
            text={[words.kinds[one.is], org(one.org), one.on, ...one.parts.map(words.part)].join(' · ')}
            aside={valueWords(indicator, one.value)}
          />
        ))}
      </LinkList>
      {made.length > count && (
        <Button variant="subtle" fullWidth onClick={() => setCount(count + PAGE)}>
          {words.more}
        </Button>
      )}
    </Panel>
  );
}

function hrefOf({ is, id }: Contribution, reviews: boolean): string {
  if (is === 'case') return reviews ? `/review/${id}` : `/cases/${id}`;
  return is === 'inspection' ? `/inspections/${id}` : `/sites/${id}`;
}
