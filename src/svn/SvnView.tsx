import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { projectUserGroupsQuery } from '~/api/userGroups';
import { useReview } from '~/changesets/review/useReview';
import { paths } from '~/paths';
import { countWords } from '~/saving/countWords';
import { followingWords } from '~/saving/kept/KeptNotices';
import { SendNow } from '~/saving/steps/SendNow';
import type { PartKey } from '~/saving/svn/parts';
import type { Names } from '~/saving/svn/partWords';
import { formOf, peopleOf, type SvnForm } from '~/saving/svn/svnForm';
import type { SvnSnapshot } from '~/saving/svn/svnSnapshot';
import { latePart, NotLoaded } from '~/ui/latePart';
import { LateDialog } from '~/ui/overlay/LateDialog';
import { LeaveGuard } from '~/ui/overlay/LeaveGuard';
import { useKeydown } from '~/ui/useKeydown';
import { SvnConflict } from './conflict/SvnConflict';
import { DeleteRepository } from './delete/DeleteRepository';
import type { SvnEditor } from './editor/editor';
import { useSvnEditor } from './editor/useSvnEditor';
import { SvnDraftNotice } from './kept/SvnDraftNotice';
import { RepositoryHead } from './RepositoryHead';
import { isPublic } from './saving/problems';
import { SavedDifferently } from './saving/SavedDifferently';
import { LockBanner, NewerSettings } from './saving/SvnBanners';
import { SvnNotices } from './saving/SvnNotices';
import { SvnProblems } from './saving/SvnProblems';
import { SvnSaveBar } from './saving/SvnSaveBar';
import { SettingsForm } from './settings/SettingsForm';

// Fetched with the first change, so that it opens at once.
const SvnReview = latePart(async () => (await import('./saving/SvnReview')).SvnReview, NotLoaded);

const formKeys: Partial<Record<PartKey, keyof SvnForm>> = {
  has_default_permissions: 'hasDefaultPermissions',
  access_file: 'accessFile',
  paths: 'paths',
  whitelist: 'whitelist',
  is_reference_mandatory: 'isReferenceMandatory',
  is_commit_message_change_allowed: 'isMessageChangeAllowed',
};

/** Names of people and groups as this page knows them: stored, typed, listed by the project. */
function useNames({ base, form, prompt }: SvnEditor): Names {
  const { data: listed } = useQuery(projectUserGroupsQuery(base.project.id));
  const theirs = prompt?.theirs;
  const { notifications: rows } = form;
  const snapshots = useMemo(() => (theirs ? [base, theirs] : [base]), [base, theirs]);
  const groups = useMemo(() => {
    const notified = snapshots.flatMap(({ settings }) => settings.email_notifications);
    const all = [...notified.flatMap(({ user_groups }) => user_groups), ...(listed ?? [])];
    return new Map(all.map(({ id, label }) => [id, label]));
  }, [snapshots, listed]);
  const people = useMemo(() => {
    const typed = rows.flatMap(({ users }) => users);
    const stored = snapshots.flatMap(({ settings }) => [...peopleOf(settings)]);
    return new Map([...stored, ...typed.map(({ id, label }) => [id, label] as const)]);
  }, [snapshots, rows]);
  return { people, groups };
}

/** Leaves for the list of the project once the repository is gone; whatever was typed went with it. */
function useDeletion({ base, kept }: SvnEditor) {
  const navigate = useNavigate();
  const [isDeleted, setIsDeleted] = useState(false);
  const { id } = base.project;
  useEffect(() => {
    if (isDeleted) void navigate(paths.projectSvn(id), { state: { deleted: base.name } });
  }, [isDeleted, navigate, id, base.name]);
  return {
    isDeleted,
    onGone() {
      kept.end();
      setIsDeleted(true);
    },
  };
}

/** Asks before what was typed is left behind, where this browser does not keep it. */
function LeaveSettings({ editor, isDeleted }: { editor: SvnEditor; isDeleted: boolean }) {
  const { base, changed, isDirty, saving, kept, discard } = editor;
  const isBusy = saving.step !== null;
  const isKept = kept.state.status.state === 'kept' && !isBusy;
  return (
    <LeaveGuard
      isAtRisk={(isDirty || isBusy) && !isDeleted && !kept.isFollowing}
      kept={isKept ? { discard } : undefined}
      title={`Leave ${base.name} without saving?`}
    >
      <p>
        {isBusy
          ? 'A save is under way: its end would not be seen.'
          : isKept
            ? `${countWords(changed.length)} can stay in this browser for 30 days, for you to go on after signing in again.`
            : `You would lose ${countWords(changed.length)}.`}
      </p>
    </LeaveGuard>
  );
}

/** One repository for whoever administers it: all settings, saved safely. */
export function SvnView({ latest }: { latest: SvnSnapshot }) {
  const editor = useSvnEditor(latest);
  const { base, form, change, changed, isDirty, saving, problems, lock, prompt, kept } = editor;
  const area = useRef<HTMLTextAreaElement>(null);
  const names = useNames(editor);
  const deletion = useDeletion(editor);
  const stored = useMemo(() => formOf(base.settings), [base]);
  const isBusy = saving.step !== null;
  const review = useReview({ canOpen: editor.canReview, save: editor.save });
  useKeydown(review.takeKey);
  return (
    <div className="svn">
      <RepositoryHead
        repository={base}
        facts={[
          base.settings.has_default_permissions
            ? 'default permissions are on'
            : 'default permissions are off',
        ]}
        actions={<DeleteRepository repository={base} onGone={deletion.onGone} />}
      />
      <SvnDraftNotice editor={editor} />
      <NewerSettings editor={editor} />
      <div className="page-body page-read svn-body">
        <div className="svn-messages">
          <SvnNotices editor={editor} names={names} />
          {lock === undefined ? (
            <SvnProblems problems={problems} form={form} title="Not saved." />
          ) : (
            <LockBanner editor={editor} focus={() => area.current?.focus()} />
          )}
        </div>
        <SettingsForm
          projectId={base.project.id}
          isPublic={isPublic(base)}
          form={form}
          change={change}
          problems={problems}
          changed={new Set(changed.map((key) => formKeys[key] ?? 'notifications'))}
          onUndo={(key) => change({ [key]: stored[key] })}
          lock={kept.isFollowing ? followingWords : lock && 'Nothing can be saved here now'}
          accessFile={area}
          accessNotice={<SavedDifferently editor={editor} area={area} />}
          knownGroups={names.groups}
        />
      </div>
      {(isDirty || isBusy) && !kept.isFollowing ? (
        <SvnSaveBar editor={editor} review={review} />
      ) : null}
      {isDirty ? (
        <LateDialog title="Review" size="side" isOpen={review.isOpen} onClose={review.close}>
          <SvnReview editor={editor} names={names} review={review} />
        </LateDialog>
      ) : null}
      <LeaveSettings editor={editor} isDeleted={deletion.isDeleted} />
      <SendNow what={`Your settings of ${base.name}`} question={saving.question} />
      {prompt ? (
        <SvnConflict
          key={JSON.stringify(prompt.theirs.settings)}
          theirs={prompt.theirs}
          rows={prompt.rows}
          names={names}
          isSaving={isBusy}
          lock={kept.isFollowing ? followingWords : undefined}
          onSave={editor.saveMerged}
          onClose={editor.closePrompt}
        />
      ) : null}
    </div>
  );
}
