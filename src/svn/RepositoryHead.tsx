import type { ReactNode } from 'react';
import type { Repository } from '~/api/svn';
import { CopyButton } from '~/ui/button/CopyButton';
import { PageHead } from '~/ui/page/PageHead';

interface RepositoryHeadProps {
  repository: Repository;
  facts?: readonly ReactNode[];
  actions?: ReactNode;
}

/** Name, number and address of a repository. */
export function RepositoryHead({ repository, facts = [], actions }: RepositoryHeadProps) {
  return (
    <PageHead
      facts={[
        `#${repository.id}`,
        <span key="address" className="svn-address">
          <code>{repository.svn_url}</code>
          <CopyButton isIcon text={repository.svn_url}>
            Copy the address
          </CopyButton>
        </span>,
        ...facts,
      ]}
      actions={actions}
    />
  );
}
