import { notifications } from '@mantine/notifications';
import { IconCheck } from '@tabler/icons-react';

import { common } from './language/zh/common.ts';

/** Says briefly that something was saved; screen readers hear it too. */
export function notifyDone(text: string): void {
  notifications.show({
    message: text,
    color: 'green',
    icon: <IconCheck size={20} aria-hidden />,
    autoClose: 4000,
    closeButtonProps: { 'aria-label': common.closeNotice },
  });
}
