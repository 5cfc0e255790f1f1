import { Button } from '@mantine/core';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';

import { editorText } from '#renderer/app/language/zh/checklistEditor.ts';
import type { SectionDraft } from '#shared/inspection/editing/draft.ts';
import { withNewItem, withNewSection } from '#shared/inspection/editing/operations.ts';
import { valueAt, type Place } from '#shared/inspection/editing/place.ts';

import { useEditing } from './editing.ts';
import classes from './editor.module.css';
import { stepped } from './movement.ts';
import { pageOf } from './work.ts';

const words = editorText.outline;

type Props = {
  readonly at: Place;
  readonly onChoose: (page: Place) => void;
  /** Something new is there, whose field at that place is to be filled. */
  readonly onNew: (place: Place) => void;
};

/** The pages of the draft: what the list says of itself, sections and items. One stop of the keyboard, arrows lead through it. */
export function Outline({ at, onChoose, onNew }: Props): ReactNode {
  const { draft, act, used } = useEditing();
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    nav.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const focusSoon = (): void => {
    requestAnimationFrame(() => nav.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    if (event.altKey) {
      const move = stepped(draft, at, step === 1 ? 1 : -1);
      if (move !== undefined) act(move.change, move.at);
    } else {
      const rows = [...(nav.current?.querySelectorAll<HTMLElement>('[data-page]') ?? [])];
      const next = rows[rows.findIndex((row) => row.dataset['page'] === at) + step];
      if (next !== undefined) onChoose(next.dataset['page'] ?? '');
    }
    focusSoon();
  };
  const row = (page: Place, title: string, kind: 'part' | 'section' | 'item', mark = ''): ReactNode => (
    <Row
      key={page}
      {...{ page, title, kind, mark }}
      isCurrent={page === at}
      onChoose={onChoose}
      onKeyDown={onKeyDown}
    />
  );
  return (
    <nav ref={nav} className={classes['outline']} aria-label={words.label}>
      <p className={classes['hint']}>{words.keys}</p>
      {row('', words.list, 'part')}
      {row('scoring', words.scoring, 'part')}
      {row('proofs', words.proofs, 'part')}
      {draft.sections.map((section, n) => {
        const page = `sections.${String(n)}`;
        const name = section.name === '' ? words.noName : section.name;
        return (
          <div key={page} role="group" aria-label={name}>
            {row(page, name, 'section', repeated(section))}
            {section.items.map((item, i) =>
              row(
                `${page}.items.${String(i)}`,
                `${item.code} ${item.text === '' ? words.noText : item.text}`,
                'item',
                editorText.kindMarks[item.kind],
              ),
            )}
            <AddItem section={n} name={name} onNew={onNew} />
          </div>
        );
      })}
      <Button
        variant="default"
        fullWidth
        mt="sm"
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => {
          const fresh = `sections.${String(draft.sections.length)}`;
          act((list) => withNewSection(list, words.newSection, used), fresh);
          onNew(`${fresh}.name`);
        }}
      >
        {words.addSection}
      </Button>
    </nav>
  );
}

/** Of a section that is filled once for each thing, what it is called. */
function repeated(section: SectionDraft): string {
  const noun = valueAt(section, 'repeat.noun');
  return typeof noun === 'string' ? words.repeated(noun) : '';
}

type AddProps = { readonly section: number; readonly name: string; readonly onNew: (place: Place) => void };

/** One more item at the end of a section. */
function AddItem({ section, name, onNew }: AddProps): ReactNode {
  const { draft, act, used } = useEditing();
  const item = draft.sections[section]?.items.length ?? 0;
  const fresh = `sections.${String(section)}.items.${String(item)}`;
  return (
    <Button
      variant="subtle"
      justify="start"
      fullWidth
      aria-label={words.addItemTo(name)}
      leftSection={<IconPlus size={18} aria-hidden />}
      onClick={() => {
        act((list) => withNewItem(list, { section, item }, used), fresh);
        onNew(`${fresh}.text`);
      }}
    >
      {words.addItem}
    </Button>
  );
}

type RowProps = {
  readonly page: Place;
  readonly title: string;
  readonly kind: 'part' | 'section' | 'item';
  readonly mark: string;
  readonly isCurrent: boolean;
  readonly onChoose: (page: Place) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

function Row({ page, title, kind, mark, isCurrent, onChoose, onKeyDown }: RowProps): ReactNode {
  const { faults } = useEditing();
  const count = faults.filter((fault) => pageOf(fault.place) === page).length;
  return (
    <button
      type="button"
      className={classes['page']}
      data-page={page}
      data-kind={kind}
      aria-current={isCurrent}
      tabIndex={isCurrent ? 0 : -1}
      title={title}
      onClick={() => onChoose(page)}
      onKeyDown={onKeyDown}
    >
      <span className={classes['pageTitle']}>{title}</span>
      {mark !== '' && <span className={classes['pageMark']}>{mark}</span>}
      {count > 0 && (
        <span className={classes['pageFault']}>
          <IconAlertTriangle size={18} aria-hidden />
          <span className={classes['hidden']}>{editorText.marked(count)}</span>
        </span>
      )}
    </button>
  );
}
