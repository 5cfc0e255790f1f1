import { useState } from 'react';

import type { LonLat } from '#shared/geo/datum.ts';
import { ringAreaM2, ringFault, type Corner, type Ring } from '#shared/geo/ring.ts';
import { MOST_CORNERS, type ZoneFault } from '#shared/geo/zone.ts';

import { cornersOfText, textOfCorners } from './cornerText.ts';
import type { Drawing } from './shapes.ts';

/** A border in the making: corner by corner, until it is closed. */
export type DrawingDesk = {
  readonly drawing: Drawing;
  /** What is wrong with it once it is closed. */
  readonly fault: ZoneFault | undefined;
  /** Square metres of what is closed in without fault. */
  readonly areaM2: number | undefined;
  readonly add: (place: LonLat) => void;
  readonly undo: () => void;
  readonly close: () => void;
  /** The corners as text: as somebody types them now, else as they are. */
  readonly text: string;
  /** The line of that text, from 1, that is no corner: until it is mended there is no area. */
  readonly badLine: number | undefined;
  readonly type: (text: string) => void;
  /** Typing is over: what can be read is shown as it is kept. */
  readonly typed: () => void;
  readonly clear: () => void;
};

/** Keeps a drawing; `initial` is a border that is there already. */
export function useDrawing(initial: Ring = []): DrawingDesk {
  const [drawing, setDrawing] = useState<Drawing>({ corners: initial, isClosed: initial.length > 2 });
  const [typed, setTyped] = useState<string>();
  const { corners, isClosed } = drawing;
  const read = typed === undefined ? undefined : cornersOfText(typed);
  const badLine = read?.ok === false ? read.line : undefined;
  const fault = isClosed ? faultOf(corners) : undefined;
  return {
    drawing,
    fault,
    areaM2: isClosed && fault === undefined && badLine === undefined ? ringAreaM2(corners) : undefined,
    add: (place) => {
      setTyped(undefined);
      setDrawing((before) => (before.isClosed ? before : { ...before, corners: [...before.corners, cornerOf(place)] }));
    },
    // The first step back opens what is closed.
    undo: () => {
      setTyped(undefined);
      setDrawing((before) =>
        before.isClosed ? { ...before, isClosed: false } : { ...before, corners: before.corners.slice(0, -1) },
      );
    },
    close: () => setDrawing((before) => ({ ...before, isClosed: true })),
    text: typed ?? textOfCorners(corners),
    badLine,
    type: (text) => {
      setTyped(text);
      const next = cornersOfText(text);
      if (next.ok) setDrawing({ corners: next.corners, isClosed: isClosed && next.corners.length > 2 });
    },
    typed: () => {
      if (badLine === undefined) setTyped(undefined);
    },
    clear: () => {
      setTyped(undefined);
      setDrawing({ corners: [], isClosed: false });
    },
  };
}

function faultOf(ring: Ring): ZoneFault | undefined {
  return ring.length > MOST_CORNERS ? 'too_many_corners' : ringFault(ring)?.code;
}

function cornerOf({ lon, lat }: LonLat): Corner {
  return [Math.round(lon * 1e7), Math.round(lat * 1e7)];
}
