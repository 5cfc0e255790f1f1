import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useState, type SubmitEvent, type ReactNode } from 'react';

import { account as accountWords } from '#renderer/app/language/zh/account.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { signin } from '#renderer/app/language/zh/signin.ts';
import { TextField } from '#renderer/components/fields.tsx';
import { FormError } from '#renderer/components/states.tsx';
import { useLockedSeconds } from '#renderer/queries/lockout.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';

import { StepTitle } from './StepTitle.tsx';

type Props = {
  readonly server: string;
  readonly user: string;
  readonly onSubmit: () => void;
  readonly onServer: () => void;
  readonly onPin: (() => void) | undefined;
};

const ACCOUNT = /^[a-z][a-z0-9._-]{1,31}$/;

/** Signs in at the server; what was typed stays whatever the answer is. */
export function PasswordForm({ server, user: known, onSubmit, onServer, onPin }: Props): ReactNode {
  const signIn = useCommand('session.signIn');
  const [user, setUser] = useState(known);
  const [password, setPassword] = useState('');
  const [checked, setChecked] = useState(false);
  const account = user.trim().toLowerCase();
  const seconds = useLockedSeconds(account);
  const refusal =
    seconds > 0
      ? { what: accountWords.locked(seconds), todo: accountWords.lockedHint }
      : signIn.error && messageOf(signIn.error);
  const badUser = !ACCOUNT.test(account);

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (badUser || password === '' || seconds > 0) return;
    onSubmit();
    void signIn.run({ user: account, password });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <StepTitle title={signin.passwordTitle} text={signin.passwordText} />
        <TextField
          label={signin.user}
          value={user}
          onChange={setUser}
          error={checked && badUser ? signin.userBad : undefined}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <PasswordInput
          label={signin.password}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={checked && password === '' ? signin.passwordEmpty : undefined}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': signin.showTyped }}
        />
        <FormError error={refusal} />
        <Button type="submit" fullWidth loading={signIn.pending} disabled={seconds > 0}>
          {signin.signIn}
        </Button>
        <Group justify="space-between" gap="xs">
          {onPin === undefined ? (
            <span />
          ) : (
            <Button variant="subtle" onClick={onPin}>
              {signin.usePin}
            </Button>
          )}
          <Button variant="subtle" onClick={onServer}>
            {signin.serverChange}
          </Button>
        </Group>
        <Text size="sm" c="dimmed" ta="center">
          {signin.serverNow(server)}
        </Text>
      </Stack>
    </form>
  );
}
