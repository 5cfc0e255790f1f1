import { Select } from '@mantine/core';
import type { ReactNode } from 'react';

import { editorText as words } from '#renderer/app/language/zh/checklistEditor.ts';
import { ITEM_KINDS, type ItemDraft } from '#shared/inspection/editing/draft.ts';

type Props = { readonly value: ItemDraft['kind']; readonly onChange: (kind: ItemDraft['kind']) => void };

/** What kind of item it is. */
export function KindSelect({ value, onChange }: Props): ReactNode {
  return (
    <Select
      label={words.members.kind}
      description={words.hints.kind}
      data={ITEM_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
      value={value}
      onChange={(next) => {
        const kind = ITEM_KINDS.find((one) => one === next);
        if (kind !== undefined) onChange(kind);
      }}
      allowDeselect={false}
    />
  );
}
