import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';

import { actForm } from '#renderer/app/language/zh/actFields.ts';
import { BigChoice } from '#renderer/components/BigChoice.tsx';
import { DateField } from '#renderer/components/DateField.tsx';
import { TextField } from '#renderer/components/fields.tsx';
import { bornOnOf, checkIdNumber } from '#shared/party/idNumber.ts';
import { checkUscc } from '#shared/site/uscc.ts';

import classes from './acts.module.css';
import { kindOf } from './party.ts';
import { textOf, type Values } from './values.ts';

const words = actForm.party;
const KINDS = (['citizen', 'sole_trader', 'legal_person'] as const).map((value) => ({ value, label: words[value] }));

type Props = {
  readonly value: Values;
  readonly onChange: (value: Values, when: 'now' | 'soon') => void;
};

/** 当事人 by its kind; doubtful numbers are warned about and kept. */
export function PartyInput({ value, onChange }: Props): ReactNode {
  const kind = kindOf(value);
  const set = (name: string, text: unknown, when: 'now' | 'soon' = 'soon'): void =>
    onChange({ ...value, kind, [name]: text }, when);
  const line = (name: string, label: string, max: number, required = false): ReactNode => (
    <TextField
      key={name}
      label={label}
      required={required}
      maxLength={max}
      value={textOf(value[name])}
      onChange={(text) => set(name, text)}
    />
  );
  return (
    <fieldset className={classes['group']}>
      <legend>{words.kind}</legend>
      <BigChoice
        label={words.kind}
        options={KINDS}
        value={kind}
        onChange={(next) => onChange({ ...value, kind: next }, 'now')}
      />
      {kind === 'sole_trader' && line('shop', words.shop, 100, true)}
      {line('name', { citizen: words.name, sole_trader: words.operator, legal_person: words.company }[kind], 100, true)}
      {kind === 'legal_person' ? (
        <>
          {line('representative', words.representative, 60, true)}
          {line('position', words.position, 40)}
        </>
      ) : (
        <Identity value={value} set={set} />
      )}
      {kind !== 'citizen' && (
        <TextField
          label={words.uscc}
          maxLength={18}
          value={textOf(value['uscc'])}
          description={isDoubtfulUscc(value) ? words.badUscc : undefined}
          onChange={(text) => set('uscc', text.toUpperCase())}
        />
      )}
      {line('address', words.address, 200, true)}
      {line('phone', words.phone, 30)}
    </fieldset>
  );
}

type IdentityProps = {
  readonly value: Values;
  readonly set: (name: string, text: unknown, when?: 'now' | 'soon') => void;
};

function Identity({ value, set }: IdentityProps): ReactNode {
  const idNumber = textOf(value['idNumber']);
  return (
    <>
      <TextField
        label={words.idNumber}
        maxLength={18}
        value={idNumber}
        description={idNumber !== '' && checkIdNumber(idNumber) !== 'ok' ? words.badId : undefined}
        onChange={(text) => set('idNumber', text.toUpperCase())}
      />
      <DateField
        label={words.bornOn}
        value={textOf(value['bornOn']) === '' ? (bornOnOf(idNumber) ?? '') : textOf(value['bornOn'])}
        onChange={(date) => set('bornOn', date, 'now')}
      />
      <Checkbox
        size="md"
        label={words.incapable}
        checked={value['incapable'] === true}
        onChange={(event) => set('incapable', event.currentTarget.checked, 'now')}
      />
    </>
  );
}

function isDoubtfulUscc(value: Values): boolean {
  const uscc = textOf(value['uscc']);
  return uscc !== '' && checkUscc(uscc) !== 'ok';
}
