import { Button, Group, Select } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCopy, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { editorText as words } from '#renderer/app/language/zh/checklistEditor.ts';
import { notifyDone } from '#renderer/app/notify.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import type { Place } from '#shared/inspection/editing/place.ts';

import { ItemForm } from './ItemForm.tsx';
import { ListForm } from './ListForm.tsx';
import { ProofsForm } from './ProofsForm.tsx';
import { ScoringForm } from './ScoringForm.tsx';
import { SectionForm } from './SectionForm.tsx';
import { useEditing } from './editing.ts';
import { carried, doubled, stepped, taken } from './movement.ts';
import { titleOf } from './titles.ts';
import { positionsIn } from './work.ts';

/** The form of what is chosen, with what can be done with it as a whole. */
export function PagePanel({ at }: { readonly at: Place }): ReactNode {
  const { draft } = useEditing();
  const { section } = positionsIn(at);
  return (
    <Panel title={titleOf(draft, at)} aside={section === undefined ? undefined : <Actions at={at} />}>
      <Form at={at} />
    </Panel>
  );
}

function Form({ at }: { readonly at: Place }): ReactNode {
  const { draft } = useEditing();
  const { section: n, item: i } = positionsIn(at);
  const section = n === undefined ? undefined : draft.sections[n];
  if (n === undefined || section === undefined) {
    if (at === 'scoring') return <ScoringForm />;
    return at === 'proofs' ? <ProofsForm /> : <ListForm />;
  }
  const item = i === undefined ? undefined : section.items[i];
  if (i === undefined || item === undefined) return <SectionForm key={at} place={at} at={n} section={section} />;
  return <ItemForm key={`${at} ${item.kind}`} place={at} at={{ section: n, item: i }} item={item} />;
}

function Actions({ at }: { readonly at: Place }): ReactNode {
  const { draft, act, used } = useEditing();
  const { section, item } = positionsIn(at);
  const go = (move: ReturnType<typeof taken>): void => {
    if (move !== undefined) act(move.change, move.at);
  };
  const [up, down] = [stepped(draft, at, -1), stepped(draft, at, 1)];
  return (
    <Group gap="xs">
      {item !== undefined && draft.sections.length > 1 && (
        <Select
          aria-label={words.actions.moveTo}
          w="11rem"
          data={draft.sections.map(({ name }, n) => ({
            value: String(n),
            label: name === '' ? words.outline.noName : name,
          }))}
          value={String(section)}
          onChange={(to) => go(carried(draft, at, Number(to)))}
          allowDeselect={false}
        />
      )}
      <Act text={words.actions.up} icon={<IconArrowUp size={20} aria-hidden />} onClick={up && (() => go(up))} />
      <Act
        text={words.actions.down}
        icon={<IconArrowDown size={20} aria-hidden />}
        onClick={down && (() => go(down))}
      />
      <Act text={words.actions.twice} icon={<IconCopy size={20} aria-hidden />} onClick={() => go(doubled(at, used))} />
      <Act
        text={words.actions.remove}
        icon={<IconTrash size={20} aria-hidden />}
        onClick={() => {
          notifyDone(words.actions.removed(titleOf(draft, at)));
          go(taken(at));
        }}
      />
    </Group>
  );
}

type ActProps = { readonly text: string; readonly icon: ReactNode; readonly onClick: (() => void) | undefined };

function Act({ text, icon, onClick }: ActProps): ReactNode {
  return (
    <Button variant="default" px="sm" leftSection={icon} disabled={onClick === undefined} onClick={onClick}>
      {text}
    </Button>
  );
}
