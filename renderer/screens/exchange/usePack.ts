import { useState } from 'react';

import { bridge } from '#renderer/app/bridge.ts';
import { exchangeText as words } from '#renderer/app/language/zh/exchange.ts';
import { send, type CommandError } from '#renderer/data/client.ts';

import type { Platform } from './useOffer.ts';

/** Makes a package, saves it where the person says, and only then notes it as sent. */
export function usePack(platform: Platform): {
  readonly pack: (records: readonly string[]) => Promise<void>;
  readonly pending: boolean;
  readonly error: CommandError | undefined;
  readonly said: string;
} {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<CommandError>();
  const [said, setSaid] = useState('');
  const work = async (records: readonly string[]): Promise<CommandError | string> => {
    const made = await send('exchange.pack', { platform, records: [...records] });
    if (!made.ok) return made.error;
    const { package: id, zip, name, records: count, photos, missing } = made.value;
    const saved = await bridge.invoke('files.save', { name, bytes: new Uint8Array(await zip.arrayBuffer()) });
    if (!saved.ok) return saved.error;
    if (!saved.value.saved) return words.notSaved;
    const noted = await send('exchange.sent', { package: id });
    if (!noted.ok) return noted.error;
    return [words.saved(count, photos), missing === 0 ? '' : words.missing(missing)].join('');
  };
  const pack = async (records: readonly string[]): Promise<void> => {
    setPending(true);
    setError(undefined);
    setSaid('');
    const end = await work(records);
    setError(typeof end === 'string' ? undefined : end);
    setSaid(typeof end === 'string' ? end : '');
    setPending(false);
  };
  return { pack, pending, error, said };
}
