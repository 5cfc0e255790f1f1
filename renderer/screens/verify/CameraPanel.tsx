import { Button } from '@mantine/core';
import { IconCamera, IconCameraOff } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';

import { verifyText as words } from '#renderer/app/language/zh/verify.ts';
import { FormError } from '#renderer/components/states.tsx';

import classes from './verify.module.css';

/** Rest between two looks: the camera goes on moving, the machine stays cool. */
const REST_MS = 250;

type Props = { readonly onPicture: (picture: ImageBitmap) => Promise<boolean> };

/** The camera, until a code was in its picture. It is off until somebody asks for it. */
export function CameraPanel({ onPicture }: Props): ReactNode {
  const [on, setOn] = useState(false);
  const [failed, setFailed] = useState(false);
  return (
    <>
      <Button
        fullWidth
        size="lg"
        variant={on ? 'default' : 'filled'}
        leftSection={on ? <IconCameraOff size={24} aria-hidden /> : <IconCamera size={24} aria-hidden />}
        onClick={() => {
          setFailed(false);
          setOn(!on);
        }}
      >
        {on ? words.stopCamera : words.startCamera}
      </Button>
      {on && (
        <Live
          onPicture={onPicture}
          onFound={() => setOn(false)}
          onFailed={() => {
            setOn(false);
            setFailed(true);
          }}
        />
      )}
      <FormError error={failed ? words.cameraFailed : undefined} />
    </>
  );
}

type LiveProps = Props & { readonly onFound: () => void; readonly onFailed: () => void };

function Live({ onPicture, onFound, onFailed }: LiveProps): ReactNode {
  const video = useRef<HTMLVideoElement>(null);
  const ends = useRef({ onPicture, onFound, onFailed });
  useEffect(() => {
    ends.current = { onPicture, onFound, onFailed };
  });
  useEffect(() => {
    const stop = new AbortController();
    watch(video.current, ends, stop.signal).catch(() => {
      if (!stop.signal.aborted) ends.current.onFailed();
    });
    return () => {
      stop.abort();
    };
  }, []);
  return (
    <figure className={classes['live']}>
      {/* A picture of the desk has no sound. */}
      <video ref={video} className={classes['video']} muted playsInline aria-label={words.picture} />
      <figcaption>{words.aim}</figcaption>
    </figure>
  );
}

/** Looks at the camera until a code was found or the signal comes; the camera is off in any case afterwards. */
async function watch(
  video: HTMLVideoElement | null,
  ends: { readonly current: Omit<LiveProps, 'onFailed'> },
  signal: AbortSignal,
): Promise<void> {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1080 } },
  });
  const stopped = (): boolean => signal.aborted || video === null;
  try {
    if (video === null || stopped()) return;
    video.srcObject = stream;
    await video.play();
    while (!stopped()) {
      if (await ends.current.onPicture(await createImageBitmap(video))) {
        ends.current.onFound();
        return;
      }
      await new Promise((rested) => setTimeout(rested, REST_MS));
    }
  } finally {
    for (const track of stream.getTracks()) track.stop();
  }
}
