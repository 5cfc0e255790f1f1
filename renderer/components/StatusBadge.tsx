import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconClock,
  IconExclamationCircle,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';

import classes from './StatusBadge.module.css';

/** How a state is meant; each has a colour and an icon, so that neither stands alone. */
export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'bad';

const ICONS: Readonly<Record<Tone, Icon>> = {
  neutral: IconCircleDashed,
  info: IconClock,
  good: IconCircleCheck,
  warn: IconExclamationCircle,
  bad: IconAlertTriangle,
};

/** A state in one or two words. */
export function StatusBadge({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }): ReactNode {
  const Sign = ICONS[tone];
  return (
    <span className={classes['badge']} data-tone={tone}>
      <Sign size={18} stroke={2} aria-hidden />
      <span>{children}</span>
    </span>
  );
}
