import { useQuery } from '@tanstack/react-query';
import { NotebookPen, PenLine } from 'lucide-react';
import { paths } from '~/paths';
import { draftHeadsQuery, useKeptNews } from '~/saving/kept/heads';
import { SidebarLink } from './SidebarLink';

const countOf = (heads: readonly unknown[]) => heads.length;

/** The ways to what this browser keeps: drafts, with their count, and the journal of every write. */
export function DraftsPlace() {
  useKeptNews('drafts');
  const { data: count } = useQuery({ ...draftHeadsQuery(), select: countOf });
  return (
    <>
      <SidebarLink
        to={paths.drafts()}
        icon={<PenLine size={16} strokeWidth={1.75} aria-hidden="true" />}
        count={count || undefined}
      >
        Drafts
      </SidebarLink>
      <SidebarLink
        to={paths.journal()}
        icon={<NotebookPen size={16} strokeWidth={1.75} aria-hidden="true" />}
      >
        Journal
      </SidebarLink>
    </>
  );
}
