import { Select, Text } from '@mantine/core';
import type { ReactNode } from 'react';

import classes from './SecondOfficer.module.css';
import { PinField } from './fields.tsx';
import { kit } from './text.ts';

/** A person who may stand beside the signed-in officer. */
export type PersonChoice = {
  readonly user: string;
  readonly name: string;
  readonly certificate?: string | undefined;
  readonly hasPin: boolean;
};
/** Who confirms, and the PIN typed so far. */
export type SecondValue = { readonly user: string; readonly pin: string };

/** Nobody chosen yet. */
export const NO_SECOND: SecondValue = { user: '', pin: '' };

/** True when the command may be sent: somebody is chosen and the PIN is complete. */
export function isSecondComplete(value: SecondValue): boolean {
  return value.user !== '' && /^\d{4,8}$/.test(value.pin);
}

type Props = {
  readonly people: readonly PersonChoice[];
  readonly value: SecondValue;
  readonly onChange: (value: SecondValue) => void;
  readonly error?: string | undefined;
  /** The signed-in officer, who cannot be the second one (行政处罚法 §42). */
  readonly exclude?: string | undefined;
};

function optionOf(person: PersonChoice): { value: string; label: string; disabled: boolean } {
  const without = person.certificate === undefined ? kit.noCertificate : person.hasPin ? undefined : kit.noPin;
  const card = person.certificate === undefined ? '' : `（${person.certificate}）`;
  const label = `${person.name}${card}${without === undefined ? '' : ` · ${without}`}`;
  return { value: person.user, label, disabled: without !== undefined };
}

/** The second officer confirms on this machine: picks the own name and types the PIN. */
export function SecondOfficer({ people, value, onChange, error, exclude }: Props): ReactNode {
  const options = people.filter((person) => person.user !== exclude).map(optionOf);
  const none = options.every((option) => option.disabled);
  return (
    <fieldset className={classes['box']}>
      <legend className={classes['legend']}>{kit.second}</legend>
      <Text size="sm" c="dimmed" mb="sm">
        {none ? kit.nobody : kit.secondHint}
      </Text>
      <div className={classes['fields']}>
        <Select
          label={kit.secondPerson}
          placeholder={kit.secondPersonHolder}
          data={options}
          value={value.user === '' ? null : value.user}
          onChange={(user) => onChange({ user: user ?? '', pin: '' })}
          allowDeselect={false}
          disabled={none}
          comboboxProps={{ withinPortal: true }}
        />
        <PinField
          label={kit.secondPin}
          value={value.pin}
          onChange={(pin) => onChange({ ...value, pin })}
          disabled={value.user === ''}
          error={error}
        />
      </div>
    </fieldset>
  );
}
