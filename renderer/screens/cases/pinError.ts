import type { CommandError } from '#renderer/data/client.ts';

const PIN_CODES: ReadonlySet<string> = new Set(['wrong_pin', 'pin_blocked', 'no_pin']);

/** True when the second officer's PIN was the reason: then only the PIN is asked again. */
export function isPinError(error: CommandError): boolean {
  return PIN_CODES.has(error.code);
}
