import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import type { ItemAnswer } from '#shared/events/inspectionEvents.ts';
import { entryLabel, isAnswered, type ItemPlace } from '#shared/inspection/answers.ts';
import type { Problem } from '#shared/inspection/check.ts';
import type { Section } from '#shared/inspection/checklist.ts';
import type { PlacedItem } from '#shared/inspection/visible.ts';

import { ConfirmButton } from '../../components/ConfirmButton.tsx';
import { Panel } from '../../components/Panel.tsx';
import { inspectionsText } from '../language/zh/inspections.ts';

import classes from './ItemCard.module.css';
import { ItemCard } from './ItemCard.tsx';
import { answerTo, hasEntry, type AnswerPatch, type AnswerPatchFrom } from './draftAnswers.ts';

const words = inspectionsText.form;

type Props = {
  readonly section: Section;
  readonly items: readonly PlacedItem[];
  readonly answers: readonly ItemAnswer[];
  readonly problems: readonly Problem[];
  readonly onChange: (place: ItemPlace, patch: AnswerPatch | AnswerPatchFrom, when: 'now' | 'soon') => void;
  readonly onAdd: () => void;
  readonly onRemove: (entry: number) => void;
};

/** One section with the items that are shown now; a section without any is not shown. */
export function ChecklistSection(props: Props): ReactNode {
  const { section, items, answers } = props;
  if (items.length === 0) return null;
  const done = items.filter(({ item, entry }) =>
    isAnswered(item, answerTo(answers, { item: item.code, entry })),
  ).length;
  return (
    <Panel title={section.name} aside={words.sectionDone(done, items.length)} flush>
      {section.repeat === undefined ? <Items {...props} /> : <Entries {...props} repeat={section.repeat} />}
    </Panel>
  );
}

function Items({
  items,
  answers,
  problems,
  onChange,
}: Pick<Props, 'items' | 'answers' | 'problems' | 'onChange'>): ReactNode {
  return items.map(({ item, entry }) => {
    const place = { item: item.code, entry };
    const problem = problems.find((found) => found.item === item.code && found.entry === entry);
    return (
      <ItemCard
        key={item.code}
        item={item}
        entry={entry}
        mark={words.mark(item.code, entry)}
        answer={answerTo(answers, place)}
        problem={problem === undefined ? undefined : words.problems[problem.code]}
        onChange={(patch, when) => onChange(place, patch, when)}
      />
    );
  });
}

function Entries(props: Props & { readonly repeat: NonNullable<Section['repeat']> }): ReactNode {
  const { section, items, answers, onAdd, onRemove, repeat } = props;
  const entries = [...new Set(items.map(({ entry }) => entry ?? 1))];
  return (
    <>
      {entries.map((entry) => {
        const label = entryLabel(repeat.noun, entry);
        return (
          <section key={entry} aria-label={label}>
            <Group justify="space-between" className={classes['entry']}>
              <h3 className={classes['entryTitle']}>{label}</h3>
              {entries.length > 1 && (
                <RemoveEntry label={label} asks={hasEntry(answers, section, entry)} onRemove={() => onRemove(entry)} />
              )}
            </Group>
            <Items {...props} items={items.filter((placed) => placed.entry === entry)} />
          </section>
        );
      })}
      <div className={classes['entry']}>
        {entries.length < repeat.max ? (
          <Button variant="default" leftSection={<IconPlus size={20} aria-hidden />} onClick={onAdd}>
            {words.addEntry(repeat.noun)}
          </Button>
        ) : (
          words.mostEntries(repeat.max, repeat.noun)
        )}
      </div>
    </>
  );
}

type RemoveProps = { readonly label: string; readonly asks: boolean; readonly onRemove: () => void };

/** Takes an entry away; asks first when something was said in it. */
function RemoveEntry({ label, asks, onRemove }: RemoveProps): ReactNode {
  const text = words.removeEntry(label);
  if (!asks)
    return (
      <Button variant="subtle" onClick={onRemove}>
        {text}
      </Button>
    );
  return (
    <ConfirmButton
      title={`${text}？`}
      text={words.removeEntryWarning(label)}
      confirm={text}
      color="red"
      variant="subtle"
      onConfirm={onRemove}
    >
      {text}
    </ConfirmButton>
  );
}
