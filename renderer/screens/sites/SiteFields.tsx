import { SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';

import { sites } from '#renderer/app/language/zh/sites.ts';
import { TextField } from '#renderer/components/fields.tsx';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import type { Register } from '#shared/catalogue/register.ts';
import { DEFAULT_REGISTER } from '#shared/site/checkSite.ts';
import { checkUscc } from '#shared/site/uscc.ts';

import { OwnFields } from './OwnFields.tsx';
import { PlaceFields } from './PlaceFields.tsx';
import { PositionField } from './PositionField.tsx';
import { usccOf, type SiteErrors, type SiteForm } from './siteForm.ts';

type Props = {
  readonly form: SiteForm;
  readonly onChange: (form: SiteForm) => void;
  readonly errors: SiteErrors;
  readonly divisions: Catalogue['divisions'];
  readonly register: Register;
};

function usccWarning(typed: string): string | undefined {
  const code = usccOf(typed);
  if (code === '') return undefined;
  const check = checkUscc(code);
  if (check === 'ok') return undefined;
  return check === 'bad_length' ? sites.usccLength : sites.usccWarn;
}

/** The fields of a thing of a register, its own ones last; the credit code warns and never blocks. */
export function SiteFields({ form, onChange, errors, divisions, register }: Props): ReactNode {
  const set = (field: keyof SiteForm) => (value: string) => onChange({ ...form, [field]: value });
  const isShop = register.id === DEFAULT_REGISTER;
  const warning = usccWarning(form.uscc);
  return (
    <>
      <TextField
        label={register.nameLabel}
        value={form.name}
        onChange={set('name')}
        error={errors['name']}
        maxLength={100}
        withAsterisk
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <TextField
          label={register.operatorLabel}
          {...(isShop && { description: sites.operatorHint })}
          value={form.operator}
          onChange={set('operator')}
          error={errors['operator']}
          maxLength={60}
          withAsterisk
        />
        <TextField
          label={sites.phone}
          description={sites.phoneHint}
          value={form.phone}
          onChange={set('phone')}
          inputMode="tel"
          maxLength={30}
        />
      </SimpleGrid>
      <div>
        <TextField
          label={sites.uscc}
          description={sites.usccHint}
          value={form.uscc}
          onChange={(value) => set('uscc')(value.toUpperCase())}
          maxLength={18}
          spellCheck={false}
          autoCapitalize="characters"
        />
        <Text role="status" c="amber.7" size="sm" mt={4}>
          {warning ?? ''}
        </Text>
      </div>
      <PlaceFields form={form} onChange={onChange} errors={errors} divisions={divisions} />
      <TextField
        label={sites.address}
        description={sites.addressHint}
        value={form.address}
        onChange={set('address')}
        error={errors['address']}
        maxLength={200}
        withAsterisk
      />
      <PositionField form={form} onChange={onChange} error={errors['position']} />
      {isShop && (
        <TextField
          label={sites.frontage}
          description={sites.frontageHint}
          value={form.frontage}
          onChange={set('frontage')}
          error={errors['frontage']}
          inputMode="decimal"
          maxLength={8}
          w={{ base: '100%', sm: '50%' }}
        />
      )}
      <OwnFields form={form} onChange={onChange} errors={errors} register={register} />
    </>
  );
}
