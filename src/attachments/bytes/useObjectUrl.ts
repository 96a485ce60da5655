import { useEffect, useState } from 'react';

/** An address for `blob` that lives as long as the component shows it; null until there is one. */
export function useObjectUrl(blob: Blob): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const next = URL.createObjectURL(blob);
    setUrl(next);
    return () => {
      setUrl(null);
      URL.revokeObjectURL(next);
    };
  }, [blob]);
  return url;
}
