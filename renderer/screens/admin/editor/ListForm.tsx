import { SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';

import { editorText as words } from '#renderer/app/language/zh/checklistEditor.ts';
import { checklistsText } from '#renderer/app/language/zh/checklists.ts';
import { DateField } from '#renderer/components/DateField.tsx';

import { errorAt, useEditing } from './editing.ts';
import classes from './editor.module.css';
import { ManyMember, PickMember, TextMember } from './fields.tsx';
import { optionsIn } from './options.ts';

/** What the checklist says of itself. */
export function ListForm(): ReactNode {
  const { draft, catalogue, faults, set, isVersion } = useEditing();
  const whole = errorAt(
    faults.filter(({ place }) => place === 'sections' || place === ''),
    '',
  );
  return (
    <div className={classes['form']}>
      {whole !== undefined && <p className={classes['error']}>{whole}</p>}
      <TextMember place="name" label={words.members.name} />
      <ManyMember
        place="registers"
        label={words.members.registers}
        hint={words.hints.registers}
        options={catalogue.registers.map(({ id, name }) => ({ value: id, label: name }))}
        optional
      />
      <TextMember place="id" label={words.members.id} hint={words.hints.id} disabled={isVersion} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <PickMember
          place="verification"
          label={words.members.verification}
          options={optionsIn(checklistsText.verifications)}
        />
        <div data-place="validFrom">
          <DateField
            label={words.members.validFrom}
            value={draft.validFrom}
            onChange={(day) => set('validFrom', day)}
            error={errorAt(faults, 'validFrom')}
            required
          />
        </div>
      </SimpleGrid>
    </div>
  );
}
