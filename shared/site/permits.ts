import type { SiteData } from '../events/siteEvents.ts';

/** The register in which permits are kept. */
export const PERMIT_REGISTER = 'permit';

/** By what a permit is one of a thing, the surest first. */
export type PermitMatch = 'uscc' | 'holder' | 'address';

type Named = Pick<SiteData, 'name' | 'operator' | 'address' | 'street' | 'uscc'>;

/**
 * Permits that are a thing's: same credit code, holder that is its operator or name, or same address in one street; the surest
 * first, otherwise in their order. A permit's `operator` is its holder.
 */
export function permitsOf<P extends Named>(
  site: Named,
  permits: readonly P[],
): readonly { readonly permit: P; readonly by: PermitMatch }[] {
  const order: readonly PermitMatch[] = ['uscc', 'holder', 'address'];
  return permits
    .flatMap((permit) => {
      const by = matchOf(site, permit);
      return by === undefined ? [] : [{ permit, by }];
    })
    .sort((a, b) => order.indexOf(a.by) - order.indexOf(b.by));
}

function matchOf(site: Named, permit: Named): PermitMatch | undefined {
  if (isSame(site.uscc, permit.uscc)) return 'uscc';
  // Two codes that differ are two holders, whatever they are called; the place may still be the same.
  const others = plain(site.uscc) !== '' && plain(permit.uscc) !== '';
  if (!others && (isSame(permit.operator, site.operator) || isSame(permit.operator, site.name))) return 'holder';
  return site.street === permit.street && isSame(site.address, permit.address) ? 'address' : undefined;
}

function isSame(a: string | undefined, b: string | undefined): boolean {
  return plain(a) !== '' && plain(a) === plain(b);
}

function plain(text = ''): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
}
