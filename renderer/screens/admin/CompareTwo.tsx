import { Group, Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { checklistsText as words } from '#renderer/app/language/zh/checklists.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import type { Checklist } from '#shared/inspection/checklist.ts';

import { ChecklistChanges } from './ChecklistChanges.tsx';

/** Two versions in use beside each other; nothing to show while no checklist has two. */
export function CompareTwo({ checklists }: { readonly checklists: readonly Checklist[] }): ReactNode {
  const keyOf = ({ id, version }: Checklist): string => `${id}.v${String(version)}`;
  const several = checklists.filter(({ id }) => checklists.filter((list) => list.id === id).length > 1);
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  if (several.length === 0) return null;
  const data = several.map((list) => ({ value: keyOf(list), label: words.version(list.name, list.version) }));
  const [before, after] = [from, to].map((key) => several.find((list) => keyOf(list) === key));
  return (
    <Panel title={words.compareTwo}>
      <Group grow>
        <Select label={words.from} data={data} value={from} onChange={setFrom} />
        <Select label={words.to} data={data} value={to} onChange={setTo} />
      </Group>
      {before !== undefined && after !== undefined && <ChecklistChanges before={before} after={after} />}
    </Panel>
  );
}
