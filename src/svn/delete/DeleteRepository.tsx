import { useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { explain } from '~/api/explain';
import { type OneProfile, oneProfile } from '~/api/signIn/oneProfile';
import {
  deleteRepository,
  deleteRepositoryWrite,
  projectRepositoriesQuery,
  type Repository,
  readRepository,
} from '~/api/svn';
import { useOneMutation } from '~/api/useOneMutation';
import { ShowRequest } from '~/requests/ShowRequest';
import { Button } from '~/ui/button/Button';
import { TextField } from '~/ui/form/TextField';
import { Dialog } from '~/ui/overlay/Dialog';
import { useIsAsked } from '~/ui/page/useIsAsked';
import { Banner } from '~/ui/show/Banner';
import { ErrorPanel } from '~/ui/show/ErrorPanel';
import { type DeletionPort, followDeletion } from './followDeletion';

const BETWEEN_LOOKS = 1_500;

/** For the profile of the page only (features C1): at another server the number is another repository. */
function portOf({ name }: Repository, { read, write }: OneProfile): DeletionPort {
  const about = {
    name: `Repository ${name}`,
    changes: [{ label: 'Name', before: name, after: '' }],
  };
  return {
    remove: write((id: number) => deleteRepository(id, about)),
    read: read((id: number) => readRepository(id)),
    wait: () => new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS)),
  };
}

interface DeleteRepositoryProps {
  repository: Repository;
  /** The repository is not there any more. */
  onGone(): void;
}

/** The button, the question that wants the name, and the wait until the server has deleted it. */
export function DeleteRepository({ repository, onGone }: DeleteRepositoryProps) {
  const queryClient = useQueryClient();
  const [isOpen, setIsOpen] = useState(useIsAsked('delete'));
  const [typed, setTyped] = useState('');
  const [profile] = useState(oneProfile);
  const { id, name, project } = repository;
  const deletion = useOneMutation({
    mutationFn: () => followDeletion(id, portOf(repository, profile)),
    onSuccess: async (end) => {
      await queryClient.invalidateQueries(projectRepositoriesQuery(project.id));
      if (end === 'gone') onGone();
    },
  });
  function close(): void {
    setIsOpen(false);
    setTyped('');
    deletion.reset();
  }
  return (
    <>
      <Button
        icon={<Trash2 size={16} strokeWidth={1.75} aria-hidden="true" />}
        onClick={() => setIsOpen(true)}
      >
        Delete
      </Button>
      {isOpen ? (
        <Dialog
          title={`Delete the repository ${name}?`}
          size="small"
          role="alertdialog"
          onClose={close}
          note={<ShowRequest look="text" plan={() => [deleteRepositoryWrite(id)]} />}
          actions={
            <>
              <Button onClick={close}>{deletion.isPending ? 'Do not wait' : 'Cancel'}</Button>
              <Button
                variant="danger"
                isPending={deletion.isPending}
                disabledReason={typed === name ? undefined : `Type ${name} first`}
                onClick={() => deletion.mutate()}
              >
                Delete
              </Button>
            </>
          }
        >
          <div className="svn-delete">
            <p>
              All its commits and settings go with it. This cannot be undone here, and the name{' '}
              <strong>{name}</strong> stays taken in {project.label}.
            </p>
            <TextField
              label="Name of the repository"
              value={typed}
              onChange={setTyped}
              isMono
              autoComplete="off"
              spellCheck={false}
              data-autofocus
            />
            <p role="status">
              {deletion.isPending
                ? 'The server deletes in its own time. Waiting until it is gone…'
                : ''}
            </p>
            {deletion.data === 'queued' ? (
              <Banner tone="info" role="status">
                The deletion is queued, and the repository is still there. It will go when the
                server comes to it.
              </Banner>
            ) : null}
            {deletion.error ? (
              <ErrorPanel words={explain(deletion.error, `delete ${name}`)} />
            ) : null}
          </div>
        </Dialog>
      ) : null}
    </>
  );
}
