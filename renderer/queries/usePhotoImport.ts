import { useCallback, useState } from 'react';

import { send, type CommandError } from '#renderer/data/client.ts';
import { cleanText } from '#shared/kernel/text.ts';

/** A file that was not taken, and why. */
export type RejectedFile = { readonly name: string; readonly error: CommandError };

/** Taking photos into the app: how far it is, what was rejected, what was known already. */
export type PhotoImport = {
  /** Imports one after the other and answers the hashes that were taken; a rejected file does not stop the rest. */
  readonly run: (files: readonly File[], present: readonly string[]) => Promise<readonly string[]>;
  readonly progress: { readonly done: number; readonly all: number } | undefined;
  readonly rejected: readonly RejectedFile[];
  /** Names of files whose picture was in the list already. */
  readonly doubles: readonly string[];
  readonly clear: () => void;
};

const NAME_LIMIT = 190;

/** The file's name as a record can hold it; pasted pictures may have none. */
function nameOf(file: File, n: number): string {
  const name = cleanText(file.name).slice(-NAME_LIMIT);
  return name === '' ? `photo-${String(n)}` : name;
}

/** Imports photos for one list of a form. */
export function usePhotoImport(): PhotoImport {
  const [progress, setProgress] = useState<PhotoImport['progress']>();
  const [rejected, setRejected] = useState<readonly RejectedFile[]>([]);
  const [doubles, setDoubles] = useState<readonly string[]>([]);

  const run = useCallback(async (files: readonly File[], present: readonly string[]) => {
    const taken = new Set<string>();
    const refused: RejectedFile[] = [];
    const known: string[] = [];
    for (const [index, file] of files.entries()) {
      setProgress({ done: index, all: files.length });
      const name = nameOf(file, index + 1);
      const answer = await send('photo.import', { file, name });
      if (!answer.ok) refused.push({ name, error: answer.error });
      else if (present.includes(answer.value.sha256) || taken.has(answer.value.sha256)) known.push(name);
      else taken.add(answer.value.sha256);
    }
    setProgress(undefined);
    setRejected(refused);
    setDoubles(known);
    return [...taken];
  }, []);
  const clear = useCallback(() => {
    setRejected([]);
    setDoubles([]);
  }, []);
  return { run, progress, rejected, doubles, clear };
}
