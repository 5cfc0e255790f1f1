import { useState } from 'react';

import type { LonLat } from '#shared/geo/datum.ts';
import { ringAreaM2, ringFault, type Corner, type Ring } from '#shared/geo/ring.ts';
import { MOST_CORNERS, type ZoneFault } from '#shared/geo/zone.ts';

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
  readonly set: (corners: Ring, isClosed: boolean) => void;
};

/** Keeps a drawing; `initial` is a border that is there already. */
export function useDrawing(initial: Ring = []): DrawingDesk {
  const [drawing, setDrawing] = useState<Drawing>({ corners: initial, isClosed: initial.length > 2 });
  const { corners, isClosed } = drawing;
  const fault = isClosed ? faultOf(corners) : undefined;
  return {
    drawing,
    fault,
    areaM2: isClosed && fault === undefined ? ringAreaM2(corners) : undefined,
    add: (place) =>
      setDrawing((before) => (before.isClosed ? before : { ...before, corners: [...before.corners, cornerOf(place)] })),
    // The first step back opens what is closed.
    undo: () =>
      setDrawing((before) =>
        before.isClosed ? { ...before, isClosed: false } : { ...before, corners: before.corners.slice(0, -1) },
      ),
    close: () => setDrawing((before) => ({ ...before, isClosed: true })),
    set: (next, closed) => setDrawing({ corners: next, isClosed: closed }),
  };
}

function faultOf(ring: Ring): ZoneFault | undefined {
  return ring.length > MOST_CORNERS ? 'too_many_corners' : ringFault(ring)?.code;
}

function cornerOf({ lon, lat }: LonLat): Corner {
  return [Math.round(lon * 1e7), Math.round(lat * 1e7)];
}
