import { Autocomplete, Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';

import { actForm, choiceLabel, fieldLabel } from '#renderer/app/language/zh/actFields.ts';
import { casesText } from '#renderer/app/language/zh/cases.ts';
import { PhotosInput } from '#renderer/app/photos/PhotosInput.tsx';
import { DateField } from '#renderer/components/DateField.tsx';
import { SignaturePad } from '#renderer/components/SignaturePad.tsx';
import { TextArea, TextField } from '#renderer/components/fields.tsx';
import { SERVICE_RULES, type ServiceMember } from '#shared/case/service.ts';
import { serviceFields } from '#shared/events/serviceEvents.ts';

import { isSignedFor, isTimed, type ServiceForm } from './serveCheck.ts';

const words = casesText.actions;

type Props = {
  readonly form: ServiceForm;
  readonly set: (change: Partial<ServiceForm>) => void;
  readonly setPhotos: (change: (before: readonly string[]) => readonly string[]) => void;
  readonly stream: string;
};

/** What a service says besides its way: who took the paper, where, and the records that way needs. */
export function ServiceFields({ form, set, setPhotos, stream }: Props): ReactNode {
  const { asks } = SERVICE_RULES[form.mode];
  const isLeft = form.mode === 'left';
  const isAnnounced = form.mode === 'announcement';
  return (
    <>
      <TextField
        label={isAnnounced ? words.addressee : isLeft ? words.party : words.receiver}
        required
        maxLength={60}
        value={form.receiver ?? ''}
        onChange={(receiver) => set({ receiver })}
      />
      {isSignedFor(form.mode) && (
        <Autocomplete
          label={words.relation}
          required
          maxLength={40}
          data={[...words.relations]}
          value={form.relation ?? ''}
          onChange={(relation) => set({ relation })}
        />
      )}
      <TextField
        label={isAnnounced ? words.announcedIn : words.place}
        required
        maxLength={200}
        description={isLeft ? words.leftPlaceHint : undefined}
        value={form.place ?? ''}
        onChange={(place) => set({ place })}
      />
      {isTimed(form.mode) && (
        <TextInput
          label={isAnnounced ? words.announcedAt : words.servedAt}
          type="datetime-local"
          size="md"
          description={actForm.instantHint}
          value={form.servedAt ?? ''}
          onChange={(event) => set({ servedAt: event.currentTarget.value })}
        />
      )}
      {form.mode === 'direct' && (
        <SignaturePad
          label={fieldLabel('document.served', 'drawn')}
          hint={words.drawnHint}
          value={form.drawn}
          onChange={(drawn) => set({ drawn })}
        />
      )}
      {asks.map((member) => (
        <Member key={member} member={member} form={form} set={set} setPhotos={setPhotos} stream={stream} />
      ))}
    </>
  );
}

function Member({ member, form, set, setPhotos, stream }: Props & { readonly member: ServiceMember }): ReactNode {
  const { needs } = SERVICE_RULES[form.mode];
  const label = fieldLabel('document.served', member);
  const required = needs.includes(member);
  if (member === 'photos')
    return (
      <PhotosInput
        label={form.mode === 'direct' || form.mode === 'left' ? words.servicePhotos : label}
        hint={form.mode === 'direct' ? words.servicePhotosDirect : undefined}
        photos={form.photos}
        stream={stream}
        onChange={setPhotos}
      />
    );
  const value = form[member] ?? '';
  const change = (next: string): void => set({ [member]: next });
  switch (member) {
    case 'receivedOn':
      return <DateField label={label} required={required} value={value} onChange={change} />;
    case 'ground':
      return (
        <Select
          label={label}
          required={required}
          data={serviceFields.ground.unwrap().options.map((one) => ({ value: one, label: choiceLabel('ground', one) }))}
          value={value === '' ? null : value}
          onChange={(next) => change(next ?? '')}
        />
      );
    case 'tried':
    case 'refusalReason': {
      const about = member === 'tried' ? label : words.refusalReason;
      return <TextArea label={about} required={required} minRows={2} maxLength={500} value={value} onChange={change} />;
    }
    case 'witness':
      return (
        <TextField
          label={words.witness}
          description={words.witnessHint}
          maxLength={60}
          value={value}
          onChange={change}
        />
      );
    default:
      return <TextField label={label} required={required} maxLength={120} value={value} onChange={change} />;
  }
}
