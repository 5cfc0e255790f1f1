import type { LawRow } from './row.ts';
import { BASIS } from './trace/basis.ts';
import { COMPULSION } from './trace/compulsion.ts';
import { FIELD } from './trace/field.ts';
import { MONEY } from './trace/money.ts';
import { PROCEDURE } from './trace/procedure.ts';

/** The trace of the law in parts, each with the heading it has in `docs/law.md`. */
export const TRACE: readonly { readonly heading: string; readonly rows: readonly LawRow[] }[] = [
  { heading: 'Basis, powers, who is penalised, evidence (行政处罚法 §4-47)', rows: BASIS },
  { heading: 'Procedure, decision, service, hearing (行政处罚法 §48-65)', rows: PROCEDURE },
  { heading: 'Performance, money, supervision (行政处罚法 §66-76)', rows: MONEY },
  { heading: 'Measures and enforcement (行政强制法)', rows: COMPULSION },
  { heading: 'Planning, city appearance, powers, remedies', rows: FIELD },
];
