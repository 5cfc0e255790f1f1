import { Button, PasswordInput, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState, type ReactNode, type SubmitEvent } from 'react';

import { account as words } from '#renderer/app/language/zh/account.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { signin } from '#renderer/app/language/zh/signin.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { isPin, PinField } from '#renderer/components/fields.tsx';
import { FormError } from '#renderer/components/states.tsx';
import { useCommand } from '#renderer/queries/useCommand.ts';

/** A new PIN against the old one or the password; without either right after a sign-in with the password (`fresh`). */
export function ChangePinPanel({ fresh }: { readonly fresh: boolean }): ReactNode {
  const change = useCommand('session.changePin');
  const set = useCommand('session.setPin');
  const [by, setBy] = useState<'pin' | 'password'>('pin');
  const [secret, setSecret] = useState('');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState(false);
  const error = fresh ? set.error : change.error;

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    setDone(false);
    if (!isPin(pin) || pin !== again || (!fresh && secret === '')) return;
    const answer = await (fresh ? set.run({ pin }) : change.run({ by, secret, pin }));
    if (!answer.ok) return;
    for (const clear of [setSecret, setPin, setAgain]) clear('');
    setTried(false);
    setDone(true);
  };
  return (
    <Panel title={words.pinTitle}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="md">
          <Text>{fresh ? words.pinFresh : words.pinText}</Text>
          {!fresh && (
            <SegmentedControl
              aria-label={words.by}
              value={by}
              onChange={(value) => {
                setBy(value === 'password' ? 'password' : 'pin');
                setSecret('');
              }}
              data={[
                { value: 'pin', label: words.byPin },
                { value: 'password', label: words.byPassword },
              ]}
            />
          )}
          {!fresh && by === 'pin' && <PinField label={words.byPin} value={secret} onChange={setSecret} />}
          {!fresh && by === 'password' && (
            <PasswordInput
              label={words.byPassword}
              value={secret}
              onChange={(event) => setSecret(event.currentTarget.value)}
              autoComplete="off"
            />
          )}
          <PinField
            label={words.newPin}
            value={pin}
            onChange={setPin}
            error={tried && !isPin(pin) ? signin.wrongLength : undefined}
          />
          <PinField
            label={words.repeatPin}
            value={again}
            onChange={setAgain}
            error={tried && pin !== again ? signin.pinsDiffer : undefined}
          />
          <FormError error={error && messageOf(error)} />
          <div role="status">{done && words.pinSaved}</div>
          <Button type="submit" loading={change.pending || set.pending}>
            {words.savePin}
          </Button>
        </Stack>
      </form>
    </Panel>
  );
}
