/** Papers of a file that are made from its records, by the ids of the bureau's list; a letter tells two of one id apart. */
export const PAPER_KINDS = [
  'D01',
  'D02',
  'D03',
  'D05',
  'D08',
  'D13',
  'D14',
  'D15',
  'D16',
  'D19A',
  'D19B',
  'D20',
  'D29B',
  'D30',
  'D31',
  'D31A',
  'D33B',
  'D35',
  'D39',
  'D40',
] as const;
/** See `PAPER_KINDS`. */
export type PaperKind = (typeof PAPER_KINDS)[number];

/** Papers that are made from a record outside of any case: of an inspection, of a shop. They lie in no file. */
export const LOOSE_KINDS = ['D37', 'D38'] as const;
/** See `LOOSE_KINDS`. */
export type LooseKind = (typeof LOOSE_KINDS)[number];
