import { useState } from 'react';

import { selfCheckText as words } from '#renderer/app/language/zh/selfChecks.ts';
import { notifyDone } from '#renderer/app/notify.tsx';
import type { CommandError } from '#renderer/data/client.ts';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import type { SiteRow } from '#renderer/queries/sites.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';
import { useToday } from '#renderer/queries/useNow.ts';
import { SELF_CHECK_DUTIES } from '#shared/catalogue/settingsFile.ts';
import { cleanText } from '#shared/kernel/text.ts';

/** A check as it is typed; `answers` by duty. */
type Typed = {
  readonly alliance: string;
  readonly by: string;
  readonly on: string;
  readonly answers: Readonly<Record<string, 'pass' | 'fail'>>;
  readonly note: string;
};

/** The form of an own check: what is typed, what is missing, and saving it. */
export type SelfCheckForm = {
  readonly typed: Typed;
  readonly change: (part: Partial<Typed>) => void;
  readonly photos: readonly string[];
  readonly setPhotos: (change: (before: readonly string[]) => readonly string[]) => void;
  readonly duties: readonly { readonly id: string; readonly name: string }[];
  readonly today: string;
  readonly tried: boolean;
  readonly isWhole: boolean;
  readonly pending: boolean;
  readonly error: CommandError | undefined;
  readonly submit: () => Promise<void>;
};

/** Keeps the form of a shop's own check; a refusal leaves everything as it was. */
export function useSelfCheckForm(site: SiteRow, onDone: () => void): SelfCheckForm {
  const today = useToday();
  const duties = useCatalogue()?.settings.selfCheckDuties ?? SELF_CHECK_DUTIES;
  const [typed, setTyped] = useState<Typed>(() => {
    return { alliance: site.fields?.['allianceName'] ?? '', by: '', on: today, answers: {}, note: '' };
  });
  const [photos, setPhotos] = useState<readonly string[]>([]);
  const [tried, setTried] = useState(false);
  const command = useCommand('site.selfCheck');
  const { on, answers } = typed;
  const said = { alliance: cleanText(typed.alliance).trim(), by: cleanText(typed.by).trim() };
  const answered = duties.flatMap(({ id, name }) => {
    const answer = answers[id];
    return answer === undefined ? [] : [{ duty: id, name, answer }];
  });
  const isWhole =
    said.alliance !== '' && said.by !== '' && on !== '' && on <= today && answered.length === duties.length;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (!isWhole) return;
    const note = cleanText(typed.note).trim();
    const answer = await command.run({
      ...{ siteId: site.id, ...said, checkedOn: on, duties: answered, photos: [...photos] },
      ...(note !== '' && { note }),
    });
    if (!answer.ok) return;
    notifyDone(words.saved);
    onDone();
  };
  const change = (part: Partial<Typed>): void => setTyped((before) => ({ ...before, ...part }));
  const { pending, error } = command;
  return { typed, change, photos, setPhotos, duties, today, tried, isWhole, pending, error, submit };
}
