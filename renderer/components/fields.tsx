import { PasswordInput, Textarea, TextInput, type TextareaProps, type TextInputProps } from '@mantine/core';
import type { ReactNode } from 'react';

import { cleanText } from '#shared/kernel/text.ts';

import { kit } from './text.ts';

type TextProps = Omit<TextInputProps, 'value' | 'onChange'> & {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** One line of text; cleaned of control characters and broken surrogates when left, ends trimmed. */
export function TextField({ value, onChange, onBlur, ...rest }: TextProps): ReactNode {
  return (
    <TextInput
      {...rest}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={(event) => {
        const clean = cleanText(event.currentTarget.value)
          .replaceAll(/[\n\t]+/g, ' ')
          .trim();
        if (clean !== value) onChange(clean);
        onBlur?.(event);
      }}
    />
  );
}

type AreaProps = Omit<TextareaProps, 'value' | 'onChange'> & {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** Several lines of text, cleaned when left; grows with its content. */
export function TextArea({ value, onChange, onBlur, ...rest }: AreaProps): ReactNode {
  return (
    <Textarea
      autosize
      minRows={3}
      maxRows={12}
      {...rest}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={(event) => {
        const clean = cleanText(event.currentTarget.value).trim();
        if (clean !== value) onChange(clean);
        onBlur?.(event);
      }}
    />
  );
}

type PinProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly description?: string;
  readonly error?: string | undefined;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
};

const PIN_LENGTH = 8;

/** A PIN of 4 to 8 digits; anything but digits is dropped while typing. */
export function PinField({
  label,
  value,
  onChange,
  description,
  error,
  disabled = false,
  autoFocus = false,
}: PinProps): ReactNode {
  return (
    <PasswordInput
      label={label}
      description={description}
      value={value}
      error={error}
      disabled={disabled}
      data-autofocus={autoFocus || undefined}
      inputMode="numeric"
      autoComplete="off"
      visibilityToggleButtonProps={{ 'aria-label': kit.showTyped }}
      onChange={(event) => onChange(event.currentTarget.value.replaceAll(/\D/g, '').slice(0, PIN_LENGTH))}
    />
  );
}

/** True when the text is a complete PIN. */
export function isPin(text: string): boolean {
  return /^\d{4,8}$/.test(text);
}
