import { useMutation } from '@tanstack/react-query';
import { Download, Trash2 } from 'lucide-react';
import { saveBlob } from '~/attachments/bytes/saveBlob';
import { formatBytes } from '~/lib/numbers';
import { Button } from '~/ui/button/Button';
import { PageHead } from '~/ui/page/PageHead';
import { exportAll, type Inventory } from './inventory';

/** How much lies here, with the ways to take it along and to wipe it. */
export function DataHead({ inventory, onWipe }: { inventory: Inventory; onWipe(): void }) {
  const bytes = inventory.lines.reduce((sum, line) => sum + line.bytes, 0);
  const saving = useMutation({
    mutationFn: () => exportAll(inventory),
    onSuccess: (text) => saveBlob(new Blob([text]), 'parterre-my-data.json'),
  });
  return (
    <PageHead
      facts={[`${formatBytes(bytes)} in all`, 'Nothing of it is on a server of ours']}
      actions={
        <>
          <Button
            icon={<Download size={16} strokeWidth={1.75} aria-hidden="true" />}
            isPending={saving.isPending}
            onClick={() => saving.mutate()}
          >
            Export
          </Button>
          <Button
            variant="danger"
            icon={<Trash2 size={16} strokeWidth={1.75} aria-hidden="true" />}
            onClick={onWipe}
          >
            Wipe everything…
          </Button>
        </>
      }
    />
  );
}
