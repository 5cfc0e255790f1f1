import { SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';

import { editorText as words } from '#renderer/app/language/zh/checklistEditor.ts';
import { inspectionsText } from '#renderer/app/language/zh/inspections.ts';
import type { ItemDraft } from '#shared/inspection/editing/draft.ts';
import { inside, type Place } from '#shared/inspection/editing/place.ts';
import { proposeId } from '#shared/inspection/editing/propose.ts';

import { NumberFields } from './NumberFields.tsx';
import { RowsEditor } from './RowsEditor.tsx';
import { useEditing } from './editing.ts';
import { FlagMember, ManyMember, NumberMember, PickMember, TextMember } from './fields.tsx';
import { matterOptions, optionsIn } from './options.ts';

type Props = { readonly place: Place; readonly item: ItemDraft };

/** What the item has because of its kind. */
export function KindFields({ place, item }: Props): ReactNode {
  const optional = <FlagMember place={inside(place, 'optional')} label={words.members.optional} />;
  switch (item.kind) {
    case 'check':
      return <CheckFields place={place} item={item} />;
    case 'number':
      return (
        <>
          {optional}
          <NumberFields place={place} item={item} />
        </>
      );
    case 'choice':
      return (
        <>
          {optional}
          <Options place={inside(place, 'options')} item={item} />
        </>
      );
    case 'text':
      return (
        <>
          {optional}
          <NumberMember place={inside(place, 'maxLength')} label={words.members.maxLength} whole />
        </>
      );
    case 'photo':
      return (
        <>
          <FlagMember place={inside(place, 'required')} label={words.members.required} off={false} />
          <PickMember
            place={inside(place, 'moment')}
            label={words.members.moment}
            options={[{ value: 'none', label: words.noMoment }, ...optionsIn(words.moments)]}
            missing="none"
          />
        </>
      );
    default:
      return optional;
  }
}

function CheckFields({ place, item }: Props): ReactNode {
  const { catalogue } = useEditing();
  const severities = optionsIn(inspectionsText.form.severities);
  return (
    <>
      <ManyMember
        place={inside(place, 'matters')}
        label={words.members.matters}
        hint={words.hints.matters}
        options={matterOptions(catalogue)}
      />
      <TextMember
        place={inside(place, 'transferTo')}
        label={words.members.transferTo}
        hint={words.hints.transferTo}
        optional
      />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <NumberMember place={inside(place, 'weight')} label={words.members.weight} whole />
        <FlagMember
          place={inside(place, 'photoRequiredWhenFailed')}
          label={words.members.photoRequiredWhenFailed}
          off={false}
        />
        <FlagMember place={inside(place, 'seasonal')} label={words.members.seasonal} />
        <FlagMember place={inside(place, 'veto')} label={words.members.veto} />
        {item['veto'] === true && (
          <PickMember
            place={inside(place, 'vetoSeverity')}
            label={words.members.vetoSeverity}
            options={[{ value: 'any', label: words.any }, ...severities]}
            missing="any"
          />
        )}
      </SimpleGrid>
    </>
  );
}

function Options({ place, item }: Props): ReactNode {
  const values = (item.options ?? []).map(({ value }) => value);
  return (
    <RowsEditor
      {...{ place, title: words.members.options, hint: words.hints.options, add: words.add.option }}
      fresh={() => ({ value: proposeId('option', values), text: '' })}
      row={(row, at) => (
        <>
          <TextMember place={inside(row, 'text')} label={words.members.optionText(at + 1)} />
          <TextMember place={inside(row, 'value')} label={words.members.optionValue(at + 1)} exactly={row} />
        </>
      )}
    />
  );
}
