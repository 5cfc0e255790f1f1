import { Select, SimpleGrid, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';

import { reportKinds, reportSources, reportsText } from '#renderer/app/language/zh/reports.ts';
import { BigChoice } from '#renderer/components/BigChoice.tsx';
import { TextArea, TextField } from '#renderer/components/fields.tsx';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { REPORT_KINDS, REPORT_SOURCES } from '#shared/events/reportEvents.ts';

import { VisitFields } from './VisitFields.tsx';
import type { ReportErrors, ReportForm } from './reportForm.ts';

const words = reportsText.form;
const KINDS = REPORT_KINDS.map((value) => ({ value, label: reportKinds[value] }));
const SOURCES = REPORT_SOURCES.map((value) => ({ value, label: reportSources[value] }));

type Props = {
  readonly form: ReportForm;
  readonly onChange: (form: ReportForm) => void;
  readonly errors: ReportErrors;
  readonly catalogue: Catalogue;
};

/** What was reported and where; visits and suggestions have their own fields. */
export function ReportFields({ form, onChange, errors, catalogue }: Props): ReactNode {
  const set = (field: keyof ReportForm) => (value: string | null) => onChange({ ...form, [field]: value ?? '' });
  return (
    <>
      <BigChoice label={words.kind} options={KINDS} value={form.kind} onChange={set('kind')} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <Select
          label={words.source}
          data={SOURCES}
          value={form.source === '' ? null : form.source}
          onChange={set('source')}
          error={errors.source}
          allowDeselect={false}
          withAsterisk
        />
        <TextField
          label={words.external}
          description={words.externalHint}
          value={form.external}
          onChange={set('external')}
          maxLength={60}
        />
      </SimpleGrid>
      {form.kind === 'visit' && <VisitFields form={form} onChange={onChange} errors={errors} />}
      <TextArea
        label={words.text[form.kind]}
        value={form.text}
        onChange={set('text')}
        error={errors.text}
        maxLength={2000}
        withAsterisk
      />
      {form.kind === 'suggestion' && (
        <TextArea label={words.wish} value={form.wish} onChange={set('wish')} maxLength={1000} />
      )}
      <PlaceAndTime form={form} set={set} errors={errors} catalogue={catalogue} />
    </>
  );
}

type PlaceProps = Omit<Props, 'onChange'> & {
  readonly set: (field: keyof ReportForm) => (value: string | null) => void;
};

function PlaceAndTime({ form, set, errors, catalogue }: PlaceProps): ReactNode {
  const streets = catalogue.divisions.flatMap(({ name, streets: all }) =>
    all.map((street) => ({ value: street.code, label: `${name} ${street.name}` })),
  );
  return (
    <>
      {form.kind === 'report' && (
        <Select
          label={words.matter}
          description={words.matterHint}
          data={catalogue.limits.matters.map(({ code, name }) => ({ value: code, label: `${name}（${code}）` }))}
          value={form.matter === '' ? null : form.matter}
          onChange={set('matter')}
          searchable
          clearable
        />
      )}
      <TextField
        label={words.address}
        description={words.addressHint}
        value={form.address}
        onChange={set('address')}
        error={errors.address}
        maxLength={200}
        withAsterisk
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <Select
          label={words.street}
          data={streets}
          value={form.street === '' ? null : form.street}
          onChange={set('street')}
          searchable
          clearable
        />
        <TextInput
          type="datetime-local"
          label={words.happened}
          value={form.happened}
          onChange={(event) => set('happened')(event.currentTarget.value)}
          error={errors.happened}
          withAsterisk
        />
      </SimpleGrid>
    </>
  );
}
