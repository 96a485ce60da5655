import { Copy } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Repository } from '~/api/svn';
import { IconButton } from '~/ui/button/IconButton';
import { toast } from '~/ui/overlay/toasts';
import { PageHead } from '~/ui/page/PageHead';

/** Puts a text on the clipboard and says so; where that is not allowed, says that. */
export async function copyText(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast(`${what} copied`);
  } catch {
    toast('The browser does not allow copying; select the text instead');
  }
}

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
          <IconButton
            size="small"
            label="Copy the address"
            icon={<Copy size={14} strokeWidth={1.75} aria-hidden="true" />}
            onClick={() => void copyText(repository.svn_url, 'Address')}
          />
        </span>,
        ...facts,
      ]}
      actions={actions}
    />
  );
}
