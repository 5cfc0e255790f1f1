import { Button, Stack } from '@mantine/core';
import { useState, type SubmitEvent, type ReactNode } from 'react';

import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { signin } from '#renderer/app/language/zh/signin.ts';
import { isPin, PinField } from '#renderer/components/fields.tsx';
import { FormError } from '#renderer/components/states.tsx';
import type { PersonInfo } from '#renderer/queries/people.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';

import { Keypad } from './Keypad.tsx';
import { StepTitle } from './StepTitle.tsx';
import classes from './signin.module.css';

type Props = {
  readonly people: readonly PersonInfo[];
  readonly last: string | undefined;
  readonly onPassword: () => void;
};

/** Unlocks with the PIN of somebody who signed in on this machine before; needs no network. */
export function UnlockForm({ people, last, onPassword }: Props): ReactNode {
  const unlock = useCommand('session.unlock');
  const first = people.find((person) => person.user === last) ?? people[0];
  const [user, setUser] = useState(first?.user ?? '');
  const [pin, setPin] = useState('');
  const [short, setShort] = useState(false);

  const change = (next: string): void => {
    setPin(next);
    setShort(false);
  };
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setShort(!isPin(pin));
    if (!isPin(pin)) return;
    const answer = await unlock.run({ user, pin });
    // A wrong PIN is typed again from the start; everything else stays.
    if (!answer.ok && answer.error.code === 'wrong_pin') setPin('');
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        <StepTitle title={signin.unlockTitle} text={signin.unlockText} />
        <div role="radiogroup" aria-label={signin.who} className={classes['people']}>
          {people.map((person) => (
            <button
              key={person.user}
              type="button"
              role="radio"
              aria-checked={person.user === user}
              className={classes['person']}
              onClick={() => setUser(person.user)}
            >
              {person.name}
            </button>
          ))}
        </div>
        <PinField label={signin.pin} value={pin} onChange={change} error={short ? signin.wrongLength : undefined} />
        <Keypad value={pin} onChange={change} />
        <FormError error={unlock.error === undefined ? undefined : messageOf(unlock.error)} />
        <Button type="submit" fullWidth loading={unlock.pending}>
          {signin.unlock}
        </Button>
        <Button variant="subtle" onClick={onPassword}>
          {signin.usePassword}
        </Button>
      </Stack>
    </form>
  );
}
