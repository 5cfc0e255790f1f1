import { useCallback, useEffect, useRef, useState } from 'react';

import { verifyText as words } from '#renderer/app/language/zh/verify.ts';
import { checkCode, type CheckedCode } from '#renderer/queries/codes.ts';

import { createCodeReader, type CodeReader } from './codeReader.ts';

type Problem = { readonly what: string; readonly todo: string };

/** Checking codes, however they come in. What was found last stays until the next is looked at. */
export type CodeCheck = {
  readonly checked: CheckedCode | undefined;
  readonly problem: Problem | undefined;
  readonly busy: boolean;
  readonly ofText: (text: string) => Promise<void>;
  readonly ofPhoto: (file: Blob) => Promise<void>;
  /** Looks at a picture of the camera; true when a code was in it. */
  readonly ofPicture: (picture: ImageBitmap) => Promise<boolean>;
};

/** The state of the page; the reader ends with it. */
export function useCodeCheck(): CodeCheck {
  const [checked, setChecked] = useState<CheckedCode>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const reader = useRef<CodeReader>(undefined);
  useEffect(
    () => () => {
      reader.current?.close();
      reader.current = undefined;
    },
    [],
  );

  const read = useCallback((picture: ImageBitmap): Promise<string | undefined> => {
    reader.current ??= createCodeReader();
    return reader.current.read(picture);
  }, []);
  const ofText = useCallback(async (text: string): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      setChecked(await checkCode(text));
    } catch (error) {
      setChecked(undefined);
      setProblem({ what: words.failed.what, todo: `${words.failed.todo}（${String(error)}）` });
    }
    setBusy(false);
  }, []);
  const ofPhoto = async (file: Blob): Promise<void> => {
    setBusy(true);
    setChecked(undefined);
    setProblem(undefined);
    const picture = await createImageBitmap(file).catch(() => undefined);
    const code = picture === undefined ? undefined : await read(picture);
    setBusy(false);
    if (picture === undefined) setProblem(words.noPhoto);
    else if (code === undefined) setProblem(words.noCode);
    else await ofText(code);
  };
  const ofPicture = useCallback(
    async (picture: ImageBitmap): Promise<boolean> => {
      const code = await read(picture);
      if (code === undefined) return false;
      await ofText(code);
      return true;
    },
    [read, ofText],
  );
  return { checked, problem, busy, ofText, ofPhoto, ofPicture };
}
