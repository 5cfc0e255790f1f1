import { Button, Group, Progress as Bar, Stack, Text } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';

import type { BridgeOutput } from '#shared/bridge/contract.ts';

import { bridge } from '../bridge.ts';
import { bundleText as words } from '../language/zh/bundle.ts';

const ASK_EVERY_MS = 250;

/** How far the main process is with a bundle; `stoppable` offers to end it. */
export function BundleProgress({ text, stoppable }: { readonly text: string; readonly stoppable: boolean }): ReactNode {
  const progress = useBundleProgress();
  const running = progress?.is === 'running' && progress.total > 0 ? progress : undefined;
  const percent = running === undefined ? 0 : Math.min(100, (running.done / running.total) * 100);
  return (
    <Stack gap="xs" role="status">
      <Text>{text}</Text>
      <Bar value={percent} aria-label={text} animated />
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {running === undefined ? '' : words.progress(running.done, running.total)}
        </Text>
        {stoppable && (
          <Button variant="default" onClick={() => void bridge.invoke('bundle.cancel', {})}>
            {words.stop}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function useBundleProgress(): BridgeOutput<'bundle.progress'> | undefined {
  const [progress, setProgress] = useState<BridgeOutput<'bundle.progress'>>();
  useEffect(() => {
    const timer = setInterval(() => {
      void bridge.invoke('bundle.progress', {}).then((answer) => {
        if (answer.ok) setProgress(answer.value);
      });
    }, ASK_EVERY_MS);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return progress;
}
