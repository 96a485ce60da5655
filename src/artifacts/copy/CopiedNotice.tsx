import { CopyPlus } from 'lucide-react';
import { Link } from 'react-router-dom';
import { paths } from '~/paths';
import { Banner } from '~/ui/show/Banner';
import { labels } from '../saving/words';
import type { Copied } from './copied';

/** Where the values of a new artifact come from, and which did not come along. */
export function CopiedNotice({ copied }: { copied: Copied }) {
  const { from, values, left } = copied;
  return (
    <Banner
      tone="info"
      place="page"
      role="status"
      icon={<CopyPlus size={16} strokeWidth={1.75} aria-hidden="true" />}
    >
      {values.size === 1 ? '1 value' : `${values.size} values`} of{' '}
      <Link to={paths.artifact(from.id)}>{from.xref}</Link>; nothing is created yet.
      {left.length === 0 ? '' : ` Not taken along: ${labels(left)}.`}
    </Banner>
  );
}
