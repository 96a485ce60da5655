import { useState } from 'react';
import { useObjectUrl } from '../../bytes/useObjectUrl';

/** An address for a picture, and whether the browser could not draw it. */
export function usePicture(blob: Blob) {
  const url = useObjectUrl(blob);
  const [broken, setBroken] = useState<Blob | null>(null);
  return { url, isBroken: broken === blob, onError: () => setBroken(blob) };
}
