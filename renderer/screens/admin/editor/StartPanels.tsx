import { Button, MultiSelect, Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { editorText } from '#renderer/app/language/zh/checklistEditor.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { TextField } from '#renderer/components/fields.tsx';
import { useToday } from '#renderer/queries/useNow.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { blankDraft } from '#shared/inspection/editing/draft.ts';

import classes from './editor.module.css';
import { workFrom, type Work } from './work.ts';

const words = editorText.start;

type Props = { readonly catalogue: Catalogue; readonly onStart: (work: Work) => void };

/** Begins a draft: from nothing, or from a checklist in use. */
export function StartPanels(props: Props): ReactNode {
  return (
    <>
      <FromNothing {...props} />
      <FromOne {...props} />
    </>
  );
}

function FromNothing({ catalogue, onStart }: Props): ReactNode {
  const today = useToday();
  const [name, setName] = useState('');
  const [id, setId] = useState('');
  const [registers, setRegisters] = useState<string[]>(['shop']);
  const isTaken = catalogue.checklists.some((list) => list.id === id.trim());
  const isId = /^[a-z][a-z0-9-]{2,40}$/.test(id.trim());
  const wrong = isTaken ? words.idTaken : editorText.shapes.id;
  return (
    <Panel title={words.title}>
      <div className={classes['form']}>
        <p className={classes['hint']}>{words.hint}</p>
        <TextField label={editorText.members.name} value={name} onChange={setName} maxLength={60} />
        <TextField
          label={editorText.members.id}
          description={editorText.hints.id}
          value={id}
          onChange={setId}
          error={id === '' || (isId && !isTaken) ? undefined : wrong}
        />
        <MultiSelect
          label={editorText.members.registers}
          description={editorText.hints.registers}
          data={catalogue.registers.map((register) => ({ value: register.id, label: register.name }))}
          value={registers}
          onChange={setRegisters}
        />
        <div>
          <Button
            disabled={name.trim() === '' || !isId || isTaken || registers.length === 0}
            onClick={() =>
              onStart({
                draft: blankDraft({ id: id.trim(), name: name.trim(), registers }, today),
                at: 'sections.0.items.0',
              })
            }
          >
            {words.go}
          </Button>
        </div>
      </div>
    </Panel>
  );
}

function FromOne({ catalogue, onStart }: Props): ReactNode {
  const today = useToday();
  const [id, setId] = useState<string | null>(null);
  const names = new Map(catalogue.checklists.map((list) => [list.id, list.name]));
  const work = id === null ? undefined : workFrom(catalogue, id, today);
  return (
    <Panel title={words.from}>
      <div className={classes['form']}>
        <p className={classes['hint']}>{words.fromHint}</p>
        <Select
          label={words.list}
          data={[...names].map(([value, label]) => ({ value, label }))}
          value={id}
          onChange={setId}
          searchable
        />
        <div>
          <Button
            variant="default"
            disabled={work === undefined}
            onClick={() => {
              if (work !== undefined) onStart(work);
            }}
          >
            {editorText.edit}
          </Button>
        </div>
      </div>
    </Panel>
  );
}
