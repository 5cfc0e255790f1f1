import { readCode } from '#shared/documents/readCode.ts';

/** A picture to look at, and the code in it. */
export type CodeRead = { readonly text: string | undefined };

self.onmessage = ({ data: picture }: MessageEvent<ImageBitmap>) => {
  const text = readCode(picture.width, (width) => {
    const canvas = new OffscreenCanvas(width, Math.max(1, Math.round((picture.height * width) / picture.width)));
    const context = canvas.getContext('2d');
    context?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return context?.getImageData(0, 0, canvas.width, canvas.height);
  });
  picture.close();
  self.postMessage({ text } satisfies CodeRead);
};
