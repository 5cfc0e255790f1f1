import { useEffect, useState } from 'react';

/**
 * An object URL for a blob, revoked when the blob changes or the component goes; undefined without one. `identity`
 * says when two blobs are the same (a store may hand out a new object per read).
 */
export function useObjectUrl(blob: Blob | undefined, identity: string): string | undefined {
  const [made, setMade] = useState<{ readonly identity: string; readonly url: string }>();
  const present = blob !== undefined;

  useEffect(() => {
    if (blob === undefined) return undefined;
    const url = URL.createObjectURL(blob);
    let wanted = true;
    queueMicrotask(() => {
      if (wanted) setMade({ identity, url });
    });
    return () => {
      wanted = false;
      URL.revokeObjectURL(url);
    };
    // The blob of an identity does not change, only the object around it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [identity, present]);

  return present && made?.identity === identity ? made.url : undefined;
}
