import type { ReactNode } from 'react';

import { placeText } from '#renderer/app/language/zh/position.ts';
import { sites } from '#renderer/app/language/zh/sites.ts';
import { positionText } from '#renderer/app/positionText.ts';
import { stateWords } from '#renderer/app/registers/stateWords.ts';
import { KeyValue } from '#renderer/components/KeyValue.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { useAreas } from '#renderer/queries/areas.ts';
import { placeOf } from '#renderer/queries/catalogue.ts';
import type { SiteRow } from '#renderer/queries/sites.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { findRegister, shownValue } from '#shared/catalogue/register.ts';
import { areasAt } from '#shared/geo/area.ts';
import { DEFAULT_REGISTER } from '#shared/site/checkSite.ts';

import { placeOnMap } from './borders.ts';

type Props = { readonly site: SiteRow; readonly catalogue: Catalogue | null | undefined };

/** What the register knows of a thing. */
export function SiteDetail({ site, catalogue }: Props): ReactNode {
  const register = findRegister(catalogue ?? { registers: [] }, site.register);
  const { text, tone } = stateWords(register, site.state);
  const own = (register?.fields ?? []).map((field) => ({
    key: field.label,
    value: shownValue(field, site.fields?.[field.id]),
  }));
  const areas = useAreas();
  const at = placeOnMap(site, register);
  const lies =
    at === undefined
      ? []
      : areasAt(
          (areas ?? []).flatMap((set) => set.areas),
          at,
        ).map(({ name }) => name);
  const frontage = {
    key: sites.frontage,
    value: site.frontageMm === undefined ? undefined : sites.metres(site.frontageMm),
  };
  return (
    <Panel title={sites.detail} aside={<StatusBadge tone={tone}>{text}</StatusBadge>}>
      <KeyValue
        rows={[
          { key: register?.nameLabel ?? sites.name, value: site.name },
          { key: register?.operatorLabel ?? sites.operator, value: site.operator },
          { key: sites.uscc, value: site.uscc },
          { key: sites.phone, value: site.phone },
          { key: sites.address, value: `${placeOf(catalogue, site)}${site.address}` },
          { key: placeText.position, value: site.position && positionText(site.position) },
          ...(lies.length > 0 ? [{ key: placeText.lies, value: lies.join('，') }] : []),
          ...(site.register === DEFAULT_REGISTER ? [frontage] : []),
          ...own,
        ]}
      />
    </Panel>
  );
}
