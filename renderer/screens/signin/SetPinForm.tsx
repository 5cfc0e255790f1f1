import { Button, Stack } from '@mantine/core';
import { useState, type SubmitEvent, type ReactNode } from 'react';

import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { signin } from '#renderer/app/language/zh/signin.ts';
import { isPin, PinField } from '#renderer/components/fields.tsx';
import { FormError } from '#renderer/components/states.tsx';
import { useCommand } from '#renderer/queries/useCommand.ts';

import { StepTitle } from './StepTitle.tsx';

/** Sets the PIN after the first sign-in on this machine. */
export function SetPinForm({ onDone }: { readonly onDone: () => void }): ReactNode {
  const setPinCommand = useCommand('session.setPin');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [checked, setChecked] = useState(false);

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setChecked(true);
    if (!isPin(pin) || pin !== again) return;
    const answer = await setPinCommand.run({ pin });
    if (answer.ok) onDone();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        <StepTitle title={signin.setPinTitle} text={signin.setPinText} />
        <PinField
          label={signin.newPin}
          description={signin.newPinHint}
          value={pin}
          onChange={setPin}
          error={checked && !isPin(pin) ? signin.wrongLength : undefined}
        />
        <PinField
          label={signin.repeatPin}
          value={again}
          onChange={setAgain}
          error={checked && pin !== again ? signin.pinsDiffer : undefined}
        />
        <FormError error={setPinCommand.error === undefined ? undefined : messageOf(setPinCommand.error)} />
        <Button type="submit" fullWidth loading={setPinCommand.pending}>
          {signin.savePin}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {signin.later}
        </Button>
      </Stack>
    </form>
  );
}
