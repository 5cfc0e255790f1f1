import { Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';

import { bridge } from '#renderer/app/bridge.ts';
import { showInstant } from '#renderer/app/format.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { signin } from '#renderer/app/language/zh/signin.ts';
import { TextField } from '#renderer/components/fields.tsx';

/** How the server is reached beside its address; empty where the system's own way will do. */
export type ConnectionWay = { readonly caFile: string; readonly proxy: string };

type Props = { readonly value: ConnectionWay; readonly onChange: (value: ConnectionWay) => void };

/** Authority and proxy, folded away until one is needed: few bureaus have either. */
export function ConnectionFields({ value, onChange }: Props): ReactNode {
  const choose = async (): Promise<void> => {
    const answer = await bridge.invoke('server.chooseCa', {});
    if (answer.ok && answer.value.path !== null) onChange({ ...value, caFile: answer.value.path });
  };
  return (
    <details open={value.caFile !== '' || value.proxy !== ''}>
      <summary>{signin.serverAdvanced}</summary>
      <Stack gap="md" mt="sm">
        <TextField
          label={signin.serverCa}
          description={signin.serverCaHint}
          value={value.caFile}
          onChange={(caFile) => onChange({ ...value, caFile })}
          spellCheck={false}
          autoComplete="off"
        />
        <Group>
          <Button variant="default" onClick={() => void choose()}>
            {signin.serverCaChoose}
          </Button>
        </Group>
        <Subject key={value.caFile} path={value.caFile.trim()} />
        <TextField
          label={signin.serverProxy}
          description={signin.serverProxyHint}
          value={value.proxy}
          onChange={(proxy) => onChange({ ...value, proxy })}
          inputMode="url"
          spellCheck={false}
          autoComplete="off"
        />
      </Stack>
    </details>
  );
}

/** Whose authority the file is, before it is trusted. */
function Subject({ path }: { readonly path: string }): ReactNode {
  const [text, setText] = useState('');
  useEffect(() => {
    if (path === '') return;
    let wanted = true;
    void bridge.invoke('server.readCa', { path }).then((answer) => {
      if (!wanted) return;
      setText(
        answer.ok
          ? signin.serverCaIs(answer.value.subject, showInstant(answer.value.validUntil))
          : messageOf({ code: answer.error.code }).what,
      );
    });
    return () => {
      wanted = false;
    };
  }, [path]);
  return (
    <Text role="status" size="sm">
      {text}
    </Text>
  );
}
