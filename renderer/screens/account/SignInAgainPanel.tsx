import { Button, PasswordInput, Stack } from '@mantine/core';
import { useState, type ReactNode, type SubmitEvent } from 'react';

import { account as words } from '#renderer/app/language/zh/account.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { FormError } from '#renderer/components/states.tsx';
import { useLockedSeconds } from '#renderer/queries/lockout.ts';
import { useSyncStatus } from '#renderer/queries/meta.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';

/** Asks for the password that is valid now; nothing is sent before it is typed. */
export function SignInAgainPanel({ user }: { readonly user: string }): ReactNode {
  const signIn = useCommand('session.signIn');
  const problem = useSyncStatus()?.problem ?? 'password_changed';
  const seconds = useLockedSeconds(user);
  const [password, setPassword] = useState('');
  // Before anything is tried the page itself says what to do.
  const text = signIn.error
    ? messageOf(signIn.error)
    : { what: messageOf({ code: problem }).what, todo: words.signInText };

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (password === '' || seconds > 0) return;
    const answer = await signIn.run({ user, password });
    if (answer.ok) setPassword('');
  };
  return (
    <Panel title={words.signInTitle}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="md">
          <FormError error={seconds > 0 ? { what: words.locked(seconds), todo: words.lockedHint } : text} />
          <PasswordInput
            label={words.password}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="off"
          />
          <Button type="submit" loading={signIn.pending} disabled={seconds > 0}>
            {words.signIn}
          </Button>
        </Stack>
      </form>
    </Panel>
  );
}
