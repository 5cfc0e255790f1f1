import { Select, SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';

import { sites } from '#renderer/app/language/zh/sites.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';

import type { SiteErrors, SiteForm } from './siteForm.ts';

type Props = {
  readonly form: SiteForm;
  readonly onChange: (form: SiteForm) => void;
  readonly errors: SiteErrors;
  readonly divisions: Catalogue['divisions'];
};

/** District, then one of its streets; another district clears the street. */
export function PlaceFields({ form, onChange, errors, divisions }: Props): ReactNode {
  const streets = divisions.find((division) => division.code === form.division)?.streets ?? [];
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
      <Select
        label={sites.division}
        placeholder={sites.pick}
        data={divisions.map((division) => ({ value: division.code, label: division.name }))}
        value={form.division === '' ? null : form.division}
        onChange={(division) => onChange({ ...form, division: division ?? '', street: '' })}
        error={errors['division']}
        allowDeselect={false}
        withAsterisk
      />
      <Select
        label={sites.street}
        placeholder={sites.pick}
        data={streets.map((street) => ({ value: street.code, label: street.name }))}
        value={form.street === '' ? null : form.street}
        onChange={(street) => onChange({ ...form, street: street ?? '' })}
        error={form.division === '' ? undefined : errors['street']}
        disabled={form.division === ''}
        allowDeselect={false}
        searchable
        withAsterisk
      />
    </SimpleGrid>
  );
}
