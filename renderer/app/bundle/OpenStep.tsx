import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useState, type ReactNode, type SubmitEvent } from 'react';

import { FormError } from '#renderer/components/states.tsx';
import type { BridgeOutput } from '#shared/bridge/contract.ts';

import { showInstant } from '../format.ts';
import { bundleText as words } from '../language/zh/bundle.ts';
import { messageOf } from '../language/zh/errors.ts';
import { signin } from '../language/zh/signin.ts';

import { BundleProgress } from './Progress.tsx';
import { useBridge } from './useBridge.ts';

type Picked = Extract<BridgeOutput<'bundle.pick'>, { readonly picked: true }>;

/** Chooses the bundle and the recovery key, asks for the passphrase, and has main prove the whole file. */
export function OpenStep({
  onOpened,
  onCancel,
}: {
  readonly onOpened: (bundle: string) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const pick = useBridge('bundle.pick');
  const pickKey = useBridge('bundle.pickKey');
  const open = useBridge('bundle.open');
  const [file, setFile] = useState<Picked>();
  const [key, setKey] = useState<string>();
  const [passphrase, setPassphrase] = useState('');
  const error = pick.error ?? pickKey.error ?? open.error;

  const choose = async (): Promise<void> => {
    const chosen = await pick.run({});
    if (chosen?.picked !== true) return;
    setFile(chosen);
    setKey(undefined);
  };
  const chooseKey = async (): Promise<void> => {
    const chosen = await pickKey.run({});
    if (chosen?.picked === true) setKey(chosen.name);
  };
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const opened = await open.run({ passphrase });
    if (opened !== undefined) onOpened(opened.bundle);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        <Step title={words.pickStep} text={file && words.pickedAt(file.name, showInstant(file.madeAt), file.size)}>
          <Button variant={file === undefined ? 'filled' : 'default'} onClick={() => void choose()}>
            {words.pick}
          </Button>
        </Step>
        {file !== undefined && (
          <Step title={words.keyStep} text={key ?? words.keyWanted(file.keyId)}>
            <Button variant={key === undefined ? 'filled' : 'default'} onClick={() => void chooseKey()}>
              {words.pickKey}
            </Button>
          </Step>
        )}
        {key !== undefined && (
          <PasswordInput
            label={words.passphrase}
            description={words.passphraseHint}
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
            autoComplete="off"
            visibilityToggleButtonProps={{ 'aria-label': signin.showTyped }}
          />
        )}
        {open.pending && <BundleProgress text={words.checking} stoppable />}
        <FormError error={error === undefined ? undefined : messageOf(error)} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={open.pending} disabled={key === undefined || passphrase === ''}>
            {words.open}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Step({
  title,
  text,
  children,
}: {
  readonly title: string;
  readonly text: string | undefined;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <Stack gap={4} align="flex-start">
      <Text fw={600}>{title}</Text>
      {text !== undefined && <Text style={{ overflowWrap: 'anywhere' }}>{text}</Text>}
      {children}
    </Stack>
  );
}
