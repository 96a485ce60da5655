import { useQuery } from '@tanstack/react-query';
import type { FileInfo } from '~/api/files';
import { visibleName } from '~/attachments/names/visibleName';
import { temporaryFilesQuery } from '~/attachments/upload/quotaQuery';
import { Button } from '~/ui/button/Button';
import { Banner } from '~/ui/show/Banner';

/**
 * The uploaded files of a draft that the server has no longer: it deletes what was attached to nothing after some days
 * (attachments.md §4), and another window may have. `sure` are those that this page uploaded itself.
 */
export function useGoneFiles(
  added: readonly FileInfo[],
  sure: ReadonlySet<number>,
): readonly FileInfo[] {
  const asked = added.filter(({ id, html_url }) => html_url === null && !sure.has(id));
  const { data } = useQuery({ ...temporaryFilesQuery(), enabled: asked.length > 0 });
  if (!data) return [];
  const there = new Set(data.files.map(({ id }) => id));
  return asked.filter(({ id }) => !there.has(id));
}

interface GoneFilesProps {
  gone: readonly FileInfo[];
  /** Opens the picker. */
  onAddAgain(): void;
  onTakeOut(): void;
}

/** Says that uploaded files are gone, before the save is refused for them. */
export function GoneFiles({ gone, onAddAgain, onTakeOut }: GoneFilesProps) {
  if (gone.length === 0) return null;
  const names = gone.map(({ name }) => visibleName(name)).join(', ');
  const [is, it, was] = gone.length === 1 ? ['is', 'it', 'was'] : ['are', 'them', 'were'];
  return (
    <Banner
      tone="warning"
      role="status"
      actions={
        <>
          <Button size="small" onClick={onAddAgain}>
            Add again
          </Button>
          <Button size="small" variant="quiet" onClick={onTakeOut}>
            Take out
          </Button>
        </>
      }
    >
      <strong>
        {names} {is} no longer on the server.
      </strong>{' '}
      What {was} uploaded and not saved is deleted there after some days. Add {it} again, or take{' '}
      {it} out.
    </Banner>
  );
}
