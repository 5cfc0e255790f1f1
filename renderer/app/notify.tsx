import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';

import { messageOf } from './language/zh/errors.ts';

import type { CommandError } from '#renderer/data/client.ts';

/** Says briefly that something was saved; screen readers hear it too. */
export function notifyDone(text: string): void {
  notifications.show({ message: text, color: 'green', icon: <IconCheck size={20} aria-hidden />, autoClose: 4000 });
}

/** Says that something failed and what to do; stays until closed. Forms show their errors beside the button instead. */
export function notifyError(error: CommandError): void {
  const { what, todo } = messageOf(error);
  notifications.show({
    title: what,
    message: todo,
    color: 'red',
    icon: <IconAlertTriangle size={20} aria-hidden />,
    autoClose: false,
  });
}
