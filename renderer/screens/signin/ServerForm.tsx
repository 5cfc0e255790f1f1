import { Button, Stack, Text } from '@mantine/core';
import { useState, type SubmitEvent, type ReactNode } from 'react';

import { bridge } from '#renderer/app/bridge.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { signin } from '#renderer/app/language/zh/signin.ts';
import { TextField } from '#renderer/components/fields.tsx';
import { FormError } from '#renderer/components/states.tsx';
import type { CommandError } from '#renderer/data/client.ts';

import { ConnectionFields, type ConnectionWay } from './ConnectionFields.tsx';
import { StepTitle } from './StepTitle.tsx';

type Props = {
  readonly current: string | null;
  readonly caFile: string | null;
  readonly proxy: string | null;
  readonly onCancel: (() => void) | undefined;
};

function isAddress(text: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(text).protocol);
  } catch {
    return false;
  }
}

/** Asks for the server once; saving it reloads the window, because the content security policy names the server. */
export function ServerForm({ current, caFile, proxy, onCancel }: Props): ReactNode {
  const [url, setUrl] = useState(current ?? '');
  const [way, setWay] = useState<ConnectionWay>({ caFile: caFile ?? '', proxy: proxy ?? '' });
  const [bad, setBad] = useState(false);
  const [state, setState] = useState<'idle' | 'saving' | 'saved'>('idle');
  const [error, setError] = useState<CommandError>();

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const wanted = url.trim();
    setBad(!isAddress(wanted));
    if (!isAddress(wanted) || state !== 'idle') return;
    setState('saving');
    setError(undefined);
    const answer = await bridge.invoke('server.configure', {
      url: wanted,
      caFile: way.caFile.trim() === '' ? null : way.caFile.trim(),
      proxy: way.proxy.trim() === '' ? null : way.proxy.trim(),
    });
    setState(answer.ok ? 'saved' : 'idle');
    if (!answer.ok) setError({ code: answer.error.code });
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        <StepTitle title={signin.serverTitle} text={signin.serverText} />
        <TextField
          label={signin.serverLabel}
          placeholder={signin.serverHolder}
          value={url}
          onChange={setUrl}
          error={bad ? signin.serverBad : undefined}
          inputMode="url"
          autoComplete="url"
          spellCheck={false}
        />
        <FormError error={error === undefined ? undefined : messageOf(error)} />
        <ConnectionFields value={way} onChange={setWay} />
        <Button type="submit" fullWidth loading={state === 'saving'} disabled={state === 'saved'}>
          {signin.serverSave}
        </Button>
        {state === 'saved' && <Text role="status">{signin.serverSaved}</Text>}
        {onCancel !== undefined && (
          <Button variant="subtle" onClick={onCancel}>
            {signin.cancel}
          </Button>
        )}
      </Stack>
    </form>
  );
}
