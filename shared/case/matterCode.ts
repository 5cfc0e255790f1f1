import type { CaseState } from './state.ts';

/** Code of the matter that a case is about: the one its file took up, before that the one of its first finding. */
export function matterCodeOf({ file, findings }: Pick<CaseState, 'file' | 'findings'>): string {
  return file?.matter?.code ?? findings[0]?.matter ?? '';
}
