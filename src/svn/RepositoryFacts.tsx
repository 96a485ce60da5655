import type { FullRepository } from '~/api/svn';
import { EmptyState } from '~/ui/show/EmptyState';
import { RepositoryHead } from './RepositoryHead';

/** A repository as somebody sees it who does not administer it: the server shows no settings then (svn/34). */
export function RepositoryFacts({ repository }: { repository: FullRepository }) {
  return (
    <>
      <RepositoryHead repository={repository} />
      <div className="page-body">
        <EmptyState title="The settings are shown to SVN administrators only">
          Access file, immutable tags, commit rules and notifications belong to the administrators
          of {repository.project.label} and to members of the group that administers SVN there. Ask
          one of them to give you that right. The address above works with a Subversion client.
        </EmptyState>
      </div>
    </>
  );
}
