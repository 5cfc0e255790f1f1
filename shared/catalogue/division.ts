import { z } from 'zod';

/** The file `divisions.json`: Huangshi's county-level divisions and their streets and towns, with national codes. */
export const divisionFileField = z.strictObject({
  schema: z.literal('xunzhi.divisions.v1'),
  version: z.string(),
  source: z.string(),
  divisions: z.array(
    z.strictObject({
      code: z.string().regex(/^\d{6}$/),
      name: z.string(),
      streets: z.array(z.strictObject({ code: z.string().regex(/^\d{9}$/), name: z.string() })),
    }),
  ),
});
/** See `divisionFileField`. */
export type DivisionFile = z.infer<typeof divisionFileField>;
