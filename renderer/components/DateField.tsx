import { DateInput } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { kit } from './text.ts';

type Props = {
  readonly label: string;
  /** `YYYY-MM-DD` in Asia/Shanghai, or empty. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly min?: string;
  readonly max?: string;
  readonly description?: string;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly disabled?: boolean;
  /** The label is for screen readers alone: what is asked stands beside it. */
  readonly labelHidden?: boolean;
};

/** A calendar date, typed or picked. */
export function DateField({ label, value, onChange, min, max, labelHidden = false, ...rest }: Props): ReactNode {
  return (
    <DateInput
      {...(labelHidden ? { 'aria-label': label } : { label })}
      value={value === '' ? null : value}
      onChange={(picked) => onChange(picked ?? '')}
      valueFormat="YYYY-MM-DD"
      placeholder="YYYY-MM-DD"
      rightSection={<IconCalendar size={20} aria-hidden />}
      rightSectionPointerEvents="none"
      clearable={rest.required !== true}
      clearButtonProps={{ 'aria-label': kit.clearDate, tabIndex: 0 }}
      previousLabel={kit.previous}
      nextLabel={kit.next}
      popoverProps={{ withinPortal: true }}
      size="md"
      {...(min === undefined ? {} : { minDate: min })}
      {...(max === undefined ? {} : { maxDate: max })}
      {...rest}
    />
  );
}
