import { stageWords } from '#renderer/app/language/zh/caseWords.ts';
import { fieldWorkText } from '#renderer/app/language/zh/fieldWork.ts';
import type { ReportWork } from '#renderer/queries/reportWork.ts';
import { chinaDateOf, formatChinaDate } from '#shared/kernel/chinaTime.ts';

const words = fieldWorkText.proposed;

/** What the form of the result begins with: the newest inspection and case, and both in words. */
export type ProposedResult = {
  readonly result: string;
  readonly inspectionId?: string | undefined;
  readonly caseId?: string | undefined;
};

/** The result of a report by what came of it; the officer edits it. Empty where nothing did. */
export function proposeResult({ inspections, cases }: Pick<ReportWork, 'inspections' | 'cases'>): ProposedResult {
  const [inspection] = inspections;
  const [found] = cases;
  const said = [
    inspection &&
      words.inspected(
        formatChinaDate(chinaDateOf(Date.parse(inspection.submittedAt))),
        inspection.site.name,
        inspection.answers.filter(({ answer }) => answer === 'fail').length,
      ),
    found && words.filed(found.title, stageWords[found.stage].text),
  ];
  const result = said.filter((part) => part !== undefined).join('');
  return { result, inspectionId: inspection?.id, caseId: found?.id };
}
