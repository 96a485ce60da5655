import { FileX2 } from 'lucide-react';
import type { ReactNode } from 'react';

/** Says why a file is not shown; the download stands beside it everywhere. */
export function CannotShow({ children }: { children: ReactNode }) {
  return (
    <p className="preview-none">
      <FileX2 size={16} strokeWidth={1.75} aria-hidden="true" />
      <span>{children}</span>
    </p>
  );
}
