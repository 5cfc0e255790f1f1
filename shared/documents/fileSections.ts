import { err, ok, type Result } from '../kernel/result.ts';

import { formatCitations } from './citation.ts';
import type { Checked, DocumentDefinition, SheetRefusal } from './definition.ts';
import { penaltyWords } from './fileWording.ts';
import { linesOf, type FormSection } from './form.ts';
import type { SheetInput } from './sheetInput.ts';

const NUMERALS = '一二三四五六七八九';

/** What a document is made from, once nothing is missing that it must not be without. */
export function checkedInput(definition: DocumentDefinition, input: SheetInput): Result<Checked, SheetRefusal> {
  const verified = ({ verification }: { readonly verification: string }): boolean => verification === 'verified';
  const rule = formatCitations(input.matter.rule.filter(verified));
  const basis = formatCitations(basisOf(definition, input).filter(verified));
  if ((rule === '' || basis === '') && definition.procedural !== true) return err('no_verified_citation');
  const imposed = input.penalty === undefined ? '' : penaltyWords(input.penalty);
  if (imposed === '' && definition.penalty === true) return err('no_penalty_named');
  const { government = '', court = '' } = input.org;
  if ((government === '' || court === '') && definition.remedy === true) return err('remedy_unknown');
  if (linesOf(input.facts).length === 0 || linesOf(input.text).length === 0) return err('empty_field');
  // A draft shows what is missing crossed out.
  const missing = input.number === undefined ? undefined : definition.missing?.(input);
  if (missing !== undefined) return err(missing);
  return ok({ ...input, rule, basis, imposed, bodies: { government, court } });
}

/** The numbered parts of a document. */
export function sectionsOf(definition: DocumentDefinition, checked: Checked): readonly FormSection[] {
  return definition.parts.map((part, index) => ({
    heading: `${NUMERALS.charAt(index)}、${part.heading}`,
    paragraphs: [...part.text(checked)],
    items: [],
    emphasis: part.bold === true,
  }));
}

/** A penalty stands on its own norm; an order to stop or to perform on the norm that orders it. */
function basisOf({ penalty }: DocumentDefinition, { matter }: SheetInput): SheetInput['matter']['rule'] {
  return penalty === true ? matter.penaltyBasis : [...matter.correction, ...matter.penaltyBasis];
}
