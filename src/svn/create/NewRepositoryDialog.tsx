import { explain } from '~/api/explain';
import { createRepositoryWrite } from '~/api/svn';
import { sentence } from '~/lib/words/sentence';
import { ShowRequest } from '~/requests/ShowRequest';
import { Button } from '~/ui/button/Button';
import { Checkbox } from '~/ui/form/Checkbox';
import { TextField } from '~/ui/form/TextField';
import { Dialog } from '~/ui/overlay/Dialog';
import { Banner } from '~/ui/show/Banner';
import { ErrorPanel } from '~/ui/show/ErrorPanel';
import { isSaveKey, isUnderDialog, useKeydown } from '~/ui/useKeydown';
import { SvnProblems } from '../saving/SvnProblems';
import { SettingsForm } from '../settings/SettingsForm';
import { layout, type NewRepositoryState } from './useNewRepository';

interface NewRepositoryDialogProps {
  state: NewRepositoryState;
  project: { id: number; label: string; access: string };
  onClose(): void;
}

const nobodyKnown: ReadonlyMap<string, string> = new Map();
const nothingChanged = new Set<never>();

/** How the last try ended, when it made nothing. */
function Outcome({ state }: { state: NewRepositoryState }) {
  const { making, problems, name } = state;
  const made = making.isPending ? undefined : making.data;
  if (making.error) return <ErrorPanel words={explain(making.error)} />;
  if (made?.kind === 'taken' && made.repository?.name === name) {
    const { repository } = made;
    return (
      <Banner
        tone="warning"
        role="alert"
        actions={<Button onClick={() => state.open(repository)}>Open {name}</Button>}
      >
        <strong>There is a repository {name} now.</strong> Somebody was first, or your own request
        arrived twice: look at it before you choose another name.
      </Banner>
    );
  }
  if (made?.kind === 'unknown') {
    return (
      <Banner tone="warning" role="alert">
        <strong>It is not known whether {name} was created.</strong> {sentence(made.error.message)}{' '}
        {made.search === 'notFound'
          ? 'It was not there just now. Create it again; if it came meanwhile, the server says that the name is used.'
          : 'Looking for it failed as well.'}
      </Banner>
    );
  }
  const isSaid = problems.byControl.size > 0 || problems.rest.length > 0;
  return made?.kind === 'refused' && !isSaid ? (
    <ErrorPanel words={explain(made.error, `create ${name}`)} />
  ) : null;
}

/** The form of a new repository: its name, its directories, and all settings for whoever wants them now. */
export function NewRepositoryDialog({ state, project, onClose }: NewRepositoryDialogProps) {
  const { name, hasLayout, form, change, making, problems } = state;
  useKeydown((event) => {
    if (!isSaveKey(event) || isUnderDialog(1)) return;
    event.preventDefault();
    state.make();
  });
  const isOpenToNobody = !form.hasDefaultPermissions && form.accessFile.trim() === '';
  return (
    <Dialog
      title="New repository"
      facts={`In ${project.label}`}
      onClose={onClose}
      note={<ShowRequest look="text" plan={() => [createRepositoryWrite(state.wanted)]} />}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" keys="Ctrl ↵" isPending={making.isPending} onClick={state.make}>
            Create
          </Button>
        </>
      }
    >
      <div className="svn-new">
        <Outcome state={state} />
        <SvnProblems problems={problems} form={form} title="Not created." />
        <TextField
          label="Name"
          isRequired
          value={name}
          onChange={(next) => change({ name: next })}
          error={state.nameFault}
          help="3 to 255 characters, a letter first; letters, digits, and - _ . It cannot be renamed later."
          isMono
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          data-autofocus
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) state.make();
          }}
        />
        <Checkbox isSelected={hasLayout} onChange={(next) => change({ hasLayout: next })}>
          Create the directories {layout.join(', ')}
        </Checkbox>
        {isOpenToNobody ? (
          <Banner tone="warning" role="status">
            Without default permissions and with an empty access file, nobody will have access.
          </Banner>
        ) : null}
        <details className="svn-new-more">
          <summary>All settings</summary>
          <SettingsForm
            projectId={project.id}
            isPublic={project.access === 'public' || project.access === 'unrestricted'}
            form={form}
            change={state.changeForm}
            problems={problems}
            changed={nothingChanged}
            knownGroups={nobodyKnown}
          />
        </details>
      </div>
    </Dialog>
  );
}
