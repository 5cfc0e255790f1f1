import { Button, Group, Modal, Progress, Select, Text } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';

import { bridge } from '#renderer/app/bridge.ts';
import { common } from '#renderer/app/language/zh/common.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { tilesText as words } from '#renderer/app/language/zh/tiles.ts';
import type { View } from '#renderer/app/map/MapView.ts';
import { frameOf } from '#renderer/app/map/frame.ts';
import { FormError } from '#renderer/components/states.tsx';
import { MOST_TILES, type TileState } from '#shared/bridge/tiles.ts';
import type { TileSource } from '#shared/catalogue/tileSource.ts';
import { countTiles, type TileBounds } from '#shared/geo/tiles.ts';

type Props = { readonly source: TileSource; readonly view: View; readonly onClose: () => void };

/** What a tile takes where none is here yet to tell it. */
const USUAL_BYTES = 20_000;
const LOOK_MS = 500;

/** Fetches the ground map of what is in view: says how much it is before it starts, and how far it is. */
export function TilesDialog({ source, view, onClose }: Props): ReactNode {
  const [state, look] = useTileState();
  const first = Math.min(Math.floor(view.zoom), source.maxZoom);
  const [last, setLast] = useState(Math.min(first + 2, source.maxZoom));
  const [said, setSaid] = useState<readonly string[]>([]);
  const [error, setError] = useState<{ readonly code: string }>();
  const bounds = boundsOn(source, view);
  const mean = state === undefined || state.tiles === 0 ? USUAL_BYTES : state.bytes / state.tiles;
  const count = countTiles(bounds, first, last);
  const running = state?.keeping ?? null;
  const start = async (): Promise<void> => {
    setSaid([]);
    setError(undefined);
    const keeping = bridge.invoke('tiles.keep', { bounds: [...bounds], first, last });
    look();
    const answer = await keeping;
    look();
    if (!answer.ok) {
      setError(answer.error);
      return;
    }
    const { fetched, had, failed, stopped } = answer.value;
    setSaid([
      stopped ? words.stopped(fetched) : words.done(fetched, had),
      ...(failed > 0 ? [words.failed(failed)] : []),
    ]);
  };
  return (
    <Modal opened onClose={onClose} title={words.title} size="lg">
      <Text mb="md">{words.hint}</Text>
      <Select
        label={words.to}
        allowDeselect={false}
        disabled={running !== null}
        data={Array.from({ length: source.maxZoom - first + 1 }, (_, step) => {
          const tiles = countTiles(bounds, first, first + step);
          return { value: String(first + step), label: words.level(first + step, tiles, tiles * mean) };
        })}
        value={String(last)}
        onChange={(zoom) => setLast(Number(zoom ?? first))}
      />
      {state !== undefined && (
        <Text c="dimmed" mt="sm">
          {words.here(state.tiles, state.bytes, state.limitBytes)}
        </Text>
      )}
      {count > MOST_TILES && <Text mt="sm">{words.tooMany(MOST_TILES)}</Text>}
      {state !== undefined && count <= MOST_TILES && count * mean > state.limitBytes && (
        <Text mt="sm">{words.overLimit}</Text>
      )}
      {running !== null && (
        <>
          <Progress mt="md" value={(running.done / Math.max(1, running.total)) * 100} aria-label={words.title} />
          <Text mt={4}>{words.progress(running.done, running.total)}</Text>
        </>
      )}
      <Said lines={said} />
      <FormError error={error && messageOf(error)} />
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {common.back}
        </Button>
        {running === null ? (
          <Button disabled={count > MOST_TILES} onClick={() => void start()}>
            {words.start(count)}
          </Button>
        ) : (
          <Button variant="default" onClick={() => void bridge.invoke('tiles.stop', {})}>
            {words.stop}
          </Button>
        )}
      </Group>
    </Modal>
  );
}

function Said({ lines }: { readonly lines: readonly string[] }): ReactNode {
  return (
    <div role="status">
      {lines.map((line) => (
        <Text key={line} mt="sm">
          {line}
        </Text>
      ))}
    </div>
  );
}

/** What main has, looked at again while it fetches; the second member looks at once. */
function useTileState(): readonly [state: TileState | undefined, look: () => void] {
  const [state, setState] = useState<TileState>();
  const [asked, setAsked] = useState(0);
  const isRunning = state?.keeping !== undefined && state.keeping !== null;
  useEffect(() => {
    let wanted = true;
    const ask = (): void => {
      void bridge.invoke('tiles.state', {}).then((answer) => {
        if (wanted && answer.ok && answer.value !== null) setState(answer.value);
      });
    };
    ask();
    const timer = isRunning ? setInterval(ask, LOOK_MS) : undefined;
    return () => {
      wanted = false;
      clearInterval(timer);
    };
  }, [asked, isRunning]);
  return [state, () => setAsked((before) => before + 1)];
}

/** What is in view, as the tiles count it. */
function boundsOn({ crs }: TileSource, { bounds: [west, south, east, north] }: View): TileBounds {
  const { toMap } = frameOf(crs);
  const [low, high] = [toMap({ lon: west, lat: south }), toMap({ lon: east, lat: north })];
  return [low.lon, low.lat, high.lon, high.lat];
}
