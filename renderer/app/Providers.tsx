import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';

import { theme } from './theme.ts';

/** What every screen stands in: theme with the page's style nonce, Chinese calendar, hash addresses, brief notices. */
export function Providers({ nonce, children }: { readonly nonce: string; readonly children: ReactNode }): ReactNode {
  return (
    <MantineProvider theme={theme} forceColorScheme="light" getStyleNonce={() => nonce}>
      <DatesProvider settings={{ locale: 'zh-cn', firstDayOfWeek: 1 }}>
        <Router hook={useHashLocation}>{children}</Router>
        <Notifications position="bottom-right" zIndex={400} containerWidth={420} />
      </DatesProvider>
    </MantineProvider>
  );
}
