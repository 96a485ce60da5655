import { useQuery } from '@tanstack/react-query';
import { PenLine } from 'lucide-react';
import { paths } from '~/paths';
import { draftHeadsQuery, useKeptNews } from '~/saving/kept/heads';
import { SidebarLink } from './SidebarLink';

/** The way to the drafts in this browser, with their count. */
export function DraftsPlace() {
  useKeptNews('drafts');
  const { data } = useQuery(draftHeadsQuery());
  return (
    <SidebarLink
      to={paths.drafts()}
      icon={<PenLine size={16} strokeWidth={1.75} aria-hidden="true" />}
      count={data?.length || undefined}
    >
      Drafts
    </SidebarLink>
  );
}
