import { Button, Chip, Group } from '@mantine/core';
import { IconDownload, IconPolygon } from '@tabler/icons-react';
import { useMemo, useState, type ComponentProps, type ReactNode } from 'react';

import { mapText as words } from '#renderer/app/language/zh/map.ts';
import { tilesText } from '#renderer/app/language/zh/tiles.ts';
import { MapCanvas } from '#renderer/app/map/MapCanvas.tsx';
import type { View } from '#renderer/app/map/MapView.ts';
import { useDrawing } from '#renderer/app/map/useDrawing.ts';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { EmptyNote, LoadingState } from '#renderer/components/states.tsx';
import { useAreas } from '#renderer/queries/areas.ts';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useZones } from '#renderer/queries/zones.ts';
import { areasAt } from '#shared/geo/area.ts';

import { NearList } from './NearList.tsx';
import { TilesDialog } from './TilesDialog.tsx';
import { ZoneSide } from './ZoneSide.tsx';
import classes from './map.module.css';
import { nearest } from './near.ts';
import { LAYERS, usePoints, type Layer, type MapPoint } from './usePoints.ts';

/** Everything with a position: on the map, and as a list of what is in view, the nearest to its middle first. */
export function MapPage(): ReactNode {
  const [layers, setLayers] = useState<readonly Layer[]>(['sites', 'openCases']);
  const catalogue = useCatalogue();
  const zones = useZones(catalogue);
  const all = usePoints(zones);
  const points = useMemo(() => all?.filter(({ layer }) => layers.includes(layer)), [all, layers]);
  const inUse = useAreas();
  const areas = useMemo(() => (inUse ?? []).flatMap((set) => set.areas), [inUse]);
  const rings = useMemo(() => (zones ?? []).map(({ ring }) => ring), [zones]);
  const [view, setView] = useState<View>();
  const [picked, setPicked] = useState<MapPoint>();
  const [draws, setDraws] = useState(false);
  const desk = useDrawing();
  const lies = useMemo(() => (view === undefined ? [] : areasAt(areas, view).map(({ name }) => name)), [areas, view]);
  const toggle = (): void => {
    desk.clear();
    setDraws(!draws);
  };
  return (
    <div className={classes['page']}>
      <PageHeader
        title={words.title}
        subtitle={leadOf(inUse)}
        actions={
          <Group>
            {view !== undefined && catalogue?.settings.tiles !== undefined && (
              <KeepTiles source={catalogue.settings.tiles} view={view} />
            )}
            <Button variant="default" leftSection={<IconPolygon size={22} aria-hidden />} onClick={toggle}>
              {draws ? words.stopDrawing : words.draw}
            </Button>
          </Group>
        }
      />
      <div className={classes['sides']}>
        <aside className={classes['side']} aria-label={draws ? words.drawLabel : words.near}>
          {draws ? (
            <ZoneSide desk={desk} points={all ?? NOTHING} />
          ) : (
            <>
              <Layers layers={layers} onChange={setLayers} />
              {lies.length > 0 && <p className={classes['count']}>{words.lies(lies)}</p>}
              <InView {...{ points, view, picked, areas }} />
            </>
          )}
        </aside>
        <MapCanvas
          label={words.label}
          points={points ?? NOTHING}
          areas={areas}
          zones={rings}
          drawing={desk.drawing}
          onMove={setView}
          onPick={setPicked}
          onTap={draws ? desk.add : undefined}
        />
      </div>
    </div>
  );
}

const NOTHING: readonly MapPoint[] = [];

/** On whose word the borders are drawn; without any, that nobody surveyed what is there. */
function leadOf(inUse: ReturnType<typeof useAreas>): string {
  const sources = [...new Set((inUse ?? []).map(({ source }) => source))];
  return sources.length === 0 ? words.lead : words.leadAreas(sources.join('；'));
}

function KeepTiles(props: Omit<ComponentProps<typeof TilesDialog>, 'onClose'>): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<IconDownload size={22} aria-hidden />} onClick={() => setOpen(true)}>
        {tilesText.open}
      </Button>
      {isOpen && <TilesDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

type LayersProps = { readonly layers: readonly Layer[]; readonly onChange: (layers: readonly Layer[]) => void };

function Layers({ layers, onChange }: LayersProps): ReactNode {
  return (
    <Chip.Group
      multiple
      value={[...layers]}
      onChange={(value) => onChange(LAYERS.filter((one) => value.includes(one)))}
    >
      <Group gap="xs" role="group" aria-label={words.layers}>
        {LAYERS.map((layer) => (
          <Chip key={layer} value={layer} size="lg" classNames={{ label: classes['chip'] ?? '' }}>
            {words[layer]}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}

type InViewProps = {
  readonly points: readonly MapPoint[] | undefined;
  readonly view: View | undefined;
  readonly picked: MapPoint | undefined;
  readonly areas: Parameters<typeof areasAt>[0];
};

function InView({ points, view, picked, areas }: InViewProps): ReactNode {
  const inView = useMemo(
    () => (points === undefined || view === undefined ? [] : nearest(points, view)),
    [points, view],
  );
  if (points === undefined) return <LoadingState />;
  return (
    <>
      <p role="status" className={classes['count']}>
        {words.count(inView.length, points.length)}
      </p>
      {points.length === 0 ? (
        <EmptyNote title={words.nowhere} text={words.nowhereText} />
      ) : (
        <NearList points={inView} picked={picked} areas={areas} />
      )}
    </>
  );
}
