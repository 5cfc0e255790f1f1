import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { bridge } from '#renderer/app/bridge.ts';
import { devicesText as words } from '#renderer/app/language/zh/devices.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { FormError } from '#renderer/components/states.tsx';
import { readPublication } from '#renderer/queries/publication.ts';
import { pageWithKeys } from '#shared/documents/keysPage.ts';

/** Saves the page that verifies codes with the keys of every device: for the bureau's website. */
export function PublishButton(): ReactNode {
  const [said, setSaid] = useState<string>();
  const [failed, setFailed] = useState<{ readonly code: string; readonly subject?: string }>();
  const [busy, setBusy] = useState(false);

  const publish = async (): Promise<void> => {
    setBusy(true);
    setFailed(undefined);
    try {
      const { default: page } = await import('../../../resources/verify/index.html?raw');
      const bytes = new TextEncoder().encode(pageWithKeys(page, await readPublication()));
      const answer = await bridge.invoke('files.save', { name: words.verifyPage, bytes });
      if (!answer.ok) setFailed(answer.error);
      else if (answer.value.saved) setSaid(words.published(answer.value.path ?? words.verifyPage));
    } catch (error) {
      setFailed({ code: 'internal', subject: String(error) });
    }
    setBusy(false);
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconShieldCheck size={20} aria-hidden />}
        loading={busy}
        onClick={() => void publish()}
      >
        {words.publish}
      </Button>
      <span role="status">{said}</span>
      <FormError error={failed === undefined ? undefined : messageOf(failed)} />
    </>
  );
}
