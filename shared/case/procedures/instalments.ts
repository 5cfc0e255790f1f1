import type { Procedure } from './procedure.ts';

const NEEDS = ['instalments_several', 'instalments_in_order', 'instalments_make_up', 'instalments_or_days'] as const;

/** A procedure in which a later payment may be approved by instalments (行政处罚法 §66), rules version 6. */
export function withInstalmentRules({ name, transitions }: Procedure): Procedure {
  return {
    name,
    transitions: transitions.map((line) =>
      line.event === 'case.approved' && line.tag === 'defer'
        ? { ...line, requires: [...line.requires, ...NEEDS] }
        : line,
    ),
  };
}
