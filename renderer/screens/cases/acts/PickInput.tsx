import { Select } from '@mantine/core';
import type { ReactNode } from 'react';

import { showInstant } from '#renderer/app/format.ts';
import { actForm } from '#renderer/app/language/zh/actFields.ts';
import { actName } from '#renderer/app/language/zh/fileRefusals.ts';
import type { PersonInfo } from '#renderer/queries/people.ts';

import type { ActField } from './actFields.ts';
import type { FormPlace } from './formPlace.ts';

type Props = {
  readonly field: ActField;
  readonly value: unknown;
  readonly place: FormPlace;
  readonly label: string;
  readonly onChange: (value: unknown) => void;
  readonly error?: string | undefined;
};

type Option = { readonly value: string; readonly label: string };

/** Something that the case, the catalogue or the directory holds: a matter, a person, a measure, one of two decisions. */
export function PickInput({ field, value, place, label, onChange, error }: Props): ReactNode {
  if (field.is === 'officers')
    return <OfficersInput value={value} place={place} label={label} onChange={onChange} error={error} />;
  return (
    <Select
      label={label}
      required={field.required}
      searchable
      data={[...optionsOf(field, place)]}
      value={typeof value === 'string' && value !== '' ? value : null}
      onChange={(next) => onChange(next ?? '')}
      allowDeselect={!field.required}
      error={error}
    />
  );
}

function optionsOf(field: ActField, { matters, people, row }: FormPlace): readonly Option[] {
  switch (field.is) {
    case 'matter':
      return matters.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }));
    case 'person':
      return people.map(({ user, name }) => ({ value: user, label: name }));
    case 'measure':
      return (row.file?.measures ?? [])
        .filter(({ endedOn }) => endedOn === undefined)
        .map(({ id, measure, on }) => ({ value: id, label: `${actName(`measure.taken:${measure}`)} ${on}` }));
    case 'decision':
      return row.timeline
        .filter(({ verdict }) => verdict.is === 'void' && verdict.reason === 'fork')
        .map(({ event, type, tag, by, wallAt }) => {
          const who = people.find(({ user }) => user === by)?.name ?? by;
          const name = actName(tag === undefined ? type : `${type}:${tag}`);
          return { value: event, label: `${name} · ${who} · ${showInstant(wallAt)}` };
        });
    default:
      return [];
  }
}

function OfficersInput({ value, place, label, onChange, error }: Omit<Props, 'field'>): ReactNode {
  const chosen = Array.isArray(value) ? (value as readonly { readonly user: string }[]) : [];
  const certified = place.people.filter(({ certificate }) => certificate !== undefined);
  const set = (index: number, user: string | null): void => {
    const users = [0, 1].map((at) => (at === index ? (user ?? '') : (chosen[at]?.user ?? '')));
    onChange(users.flatMap((one) => officerOf(certified, one)));
  };
  return (
    <>
      {[0, 1].map((index) => (
        <Select
          key={index}
          label={`${label} ${String(index + 1)}`}
          required
          data={certified
            .filter(({ user }) => user !== chosen[1 - index]?.user)
            .map(({ user, name, certificate = '' }) => ({ value: user, label: `${name}（${certificate}）` }))}
          value={chosen[index]?.user ?? null}
          onChange={(user) => set(index, user)}
          error={index === 1 && chosen.length < 2 && error !== undefined ? actForm.samePeople : undefined}
        />
      ))}
    </>
  );
}

function officerOf(people: readonly PersonInfo[], user: string): readonly object[] {
  const person = people.find((one) => one.user === user);
  return person?.certificate === undefined
    ? []
    : [{ user: person.user, name: person.name, certificate: person.certificate }];
}
