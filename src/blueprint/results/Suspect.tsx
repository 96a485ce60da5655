import { TriangleAlert } from 'lucide-react';
import { Badge } from '~/ui/show/Badge';

/** The mark of a trace whose other end changed since somebody looked: an icon and a word. */
export function Suspect({ count }: { count?: number }) {
  return (
    <Badge tone="warning">
      <TriangleAlert size={14} strokeWidth={1.75} aria-hidden="true" />
      {count === undefined ? 'Suspect' : `${count} suspect`}
    </Badge>
  );
}
