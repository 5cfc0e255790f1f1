import { lazy, Suspense, type ComponentProps, type ReactNode } from 'react';

import { LoadingState } from '../../components/states.tsx';

import type { MapCanvas } from './MapCanvas.tsx';
import type { Dot } from './MapView.ts';

/** The engine of the map is loaded when somebody looks at one. */
const Canvas = lazy(async () => ({ default: (await import('./MapCanvas.tsx')).MapCanvas }));

/** A map on a page that has other things to show first. */
export function LazyMap(props: ComponentProps<typeof MapCanvas<Dot>>): ReactNode {
  return (
    <Suspense fallback={<LoadingState />}>
      <Canvas {...props} />
    </Suspense>
  );
}
