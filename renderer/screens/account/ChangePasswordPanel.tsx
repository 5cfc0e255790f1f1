import { Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useState, type ReactNode, type SubmitEvent } from 'react';

import { account as words } from '#renderer/app/language/zh/account.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { FormError } from '#renderer/components/states.tsx';
import { useLockedSeconds } from '#renderer/queries/lockout.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';
import { checkPassword } from '#shared/access/password.ts';

const EMPTY = { old: '', next: '', again: '' } as const;

/** Old password, new one twice; the rules are told before anything is sent. */
export function ChangePasswordPanel({ user }: { readonly user: string }): ReactNode {
  const command = useCommand('session.changePassword');
  const seconds = useLockedSeconds(user);
  const [form, setForm] = useState<Record<keyof typeof EMPTY, string>>(EMPTY);
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState(false);
  const rules = checkPassword(user, form.old, form.next);

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    setDone(false);
    if (form.old === '' || !rules.ok || form.next !== form.again || seconds > 0) return;
    const answer = await command.run({ old: form.old, next: form.next });
    if (!answer.ok) return;
    setForm(EMPTY);
    setTried(false);
    setDone(true);
  };
  const field = (
    name: keyof typeof EMPTY,
    label: string,
    error: string | undefined,
    description?: string,
  ): ReactNode => (
    <PasswordInput
      label={label}
      description={description}
      value={form[name]}
      onChange={(event) => setForm({ ...form, [name]: event.currentTarget.value })}
      error={tried ? error : undefined}
      autoComplete="off"
    />
  );
  const refusal = command.error && messageOf(command.error);
  return (
    <Panel title={words.passwordTitle}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="md">
          <Text>{words.passwordText}</Text>
          {field('old', words.old, form.old === '' ? words.empty : undefined)}
          {field('next', words.next, rules.ok ? undefined : messageOf({ code: rules.error }).what, words.nextHint)}
          {field('again', words.again, form.next === form.again ? undefined : words.differ)}
          <FormError error={seconds > 0 ? { what: words.locked(seconds), todo: words.lockedHint } : refusal} />
          <div role="status">{done && words.changed}</div>
          <Button type="submit" loading={command.pending} disabled={seconds > 0}>
            {words.change}
          </Button>
        </Stack>
      </form>
    </Panel>
  );
}
