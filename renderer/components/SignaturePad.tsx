import { Button, Text } from '@mantine/core';
import { useEffect, useRef, type PointerEvent, type ReactNode } from 'react';

import classes from './SignaturePad.module.css';
import { drawStrokes } from './strokes.ts';
import { kit } from './text.ts';

/** What was drawn: strokes of x, y, x, y … in a field of that size. */
export type Drawing = {
  readonly width: number;
  readonly height: number;
  readonly strokes: readonly (readonly number[])[];
};

type Props = {
  readonly label: string;
  readonly hint: string;
  readonly value: Drawing | undefined;
  readonly onChange: (value: Drawing | undefined) => void;
};

/** The field in its own units, whatever its size on the screen. */
const FIELD = { width: 600, height: 200 } as const;
/** Points nearer than this say nothing new. */
const STEP = 4;
const MOST = { strokes: 60, numbers: 800 } as const;

/** A field to write a name in with a finger, a pen or a mouse. */
export function SignaturePad({ label, hint, value, onChange }: Props): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const stroke = useRef<number[]>(undefined);
  const strokes = value?.strokes ?? [];
  useEffect(() => {
    paint(canvas.current, value?.strokes ?? []);
  }, [value]);

  const add = (event: PointerEvent<HTMLCanvasElement>): void => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    const x = within(((event.clientX - left) / width) * FIELD.width, FIELD.width);
    const y = within(((event.clientY - top) / height) * FIELD.height, FIELD.height);
    const drawn = stroke.current;
    if (drawn === undefined || drawn.length >= MOST.numbers) return;
    const [lastX, lastY] = drawn.slice(-2);
    if (lastX !== undefined && lastY !== undefined && Math.hypot(x - lastX, y - lastY) < STEP) return;
    drawn.push(x, y);
    paint(event.currentTarget, [...strokes, drawn]);
  };
  const start = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (!event.isPrimary || event.button !== 0 || strokes.length >= MOST.strokes) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    stroke.current = [];
    add(event);
  };
  const end = (): void => {
    const drawn = stroke.current;
    stroke.current = undefined;
    if (drawn !== undefined) onChange({ ...FIELD, strokes: [...strokes, drawn] });
  };
  return (
    <div role="group" aria-label={label}>
      <Text fw={550} aria-hidden>
        {label}
      </Text>
      <Text size="sm" c="dimmed" mb={4}>
        {hint}
      </Text>
      <canvas
        ref={canvas}
        className={classes['field']}
        width={FIELD.width}
        height={FIELD.height}
        onPointerDown={start}
        onPointerMove={add}
        onPointerUp={end}
        onPointerCancel={end}
      />
      {strokes.length > 0 && (
        <Button variant="subtle" mt={4} onClick={() => onChange(undefined)}>
          {kit.clearDrawing}
        </Button>
      )}
    </div>
  );
}

function within(value: number, most: number): number {
  return Math.round(Math.min(Math.max(value, 0), most));
}

function paint(canvas: HTMLCanvasElement | null, strokes: readonly (readonly number[])[]): void {
  const context = canvas?.getContext('2d');
  if (canvas === null || context === null || context === undefined) return;
  context.clearRect(0, 0, canvas.width, canvas.height);
  drawStrokes(context, strokes);
}
