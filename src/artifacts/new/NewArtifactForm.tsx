import { useEffect, useEffectEvent, useMemo } from 'react';
import { Link } from 'react-router-dom';
import type { Tracker } from '~/api/trackers';
import { PageUploads } from '~/attachments/upload/useUploads';
import { useReview } from '~/changesets/review/useReview';
import { notAddedWords, PageNotAdded } from '~/fields/openList/notAdded';
import { LinkPlace } from '~/links/LinkPlace';
import { paths } from '~/paths';
import { readingsOf } from '~/saving/draft/draftState';
import { SendNow } from '~/saving/steps/SendNow';
import { latePart, NotLoaded } from '~/ui/latePart';
import { LateDialog } from '~/ui/overlay/LateDialog';
import { LeaveGuard } from '~/ui/overlay/LeaveGuard';
import { PageHead } from '~/ui/page/PageHead';
import { Banner } from '~/ui/show/Banner';
import { useKeydown } from '~/ui/useKeydown';
import { CopiedNotice } from '../copy/CopiedNotice';
import type { Copied } from '../copy/copied';
import { ArtifactLayout } from '../layout/ArtifactLayout';
import { ProblemSummary } from '../saving/ProblemSummary';
import { labels } from '../saving/words';
import { BlankNotices } from './BlankNotices';
import { CreateBar } from './CreateBar';
import { CreateNotices } from './CreateNotices';
import { type NewArtifactEditor, useNewArtifact } from './useNewArtifact';
import '../artifact.css';

// Fetched with the first value, so that it opens at once.
const NewReview = latePart(async () => (await import('./NewReview')).NewReview, NotLoaded);

/** Fields that take their default, since there is no control for them; said before somebody fills in the others in vain. */
function WithoutControl({ editor }: { editor: NewArtifactEditor }) {
  const { withoutControl } = editor.base;
  const needed = withoutControl.filter(({ required }) => required);
  const others = withoutControl.filter(({ required }) => !required);
  return (
    <>
      {needed.length === 0 ? null : (
        <Banner tone="warning">
          {labels(needed)} {needed.length === 1 ? 'is' : 'are'} required here and cannot be filled
          in by Parterre yet. Unless there is a default, the server will refuse.
        </Banner>
      )}
      {others.length === 0 ? null : (
        <p className="meta soft">Not on this form, they take their default: {labels(others)}.</p>
      )}
    </>
  );
}

/** Asks before what was filled in is left behind, where this browser does not keep it. */
function LeaveNew({ editor, name }: { editor: NewArtifactEditor; name: string }) {
  const { creating, kept, unfinished, isAtRisk, discard } = editor;
  const isCreating = creating.step !== null;
  const isKept = kept.state.status.state === 'kept' && !isCreating && unfinished.length === 0;
  return (
    <LeaveGuard
      isAtRisk={isAtRisk}
      kept={isKept ? { discard } : undefined}
      stray={() => notAddedWords(editor.notAdded, editor.base.fields)}
      title={`Leave without creating the ${name}?`}
    >
      <p>
        {isCreating
          ? 'It is being created: its end would not be seen.'
          : isKept
            ? 'What you filled in can stay in this browser for 30 days, for you to go on after signing in again.'
            : 'You would lose what you filled in.'}
      </p>
    </LeaveGuard>
  );
}

export interface NewArtifactFormProps {
  tracker: Tracker;
  /** Tells several new artifacts of one tracker apart. */
  draftKey: string;
  /** Something of it lies in this browser now. */
  onKept(): void;
  /** What it starts with, of another artifact. */
  copy?: Copied;
}

/** A new artifact, laid out as its tracker says: filled in, checked all at once, created once. */
export function NewArtifactForm({ tracker, draftKey, onKept, copy }: NewArtifactFormProps) {
  const editor = useNewArtifact(tracker, { draftKey, values: copy?.values });
  const isKept = editor.kept.state.status.state === 'kept';
  const tell = useEffectEvent(onKept);
  useEffect(() => {
    if (isKept) tell();
  }, [isKept]);
  const { draft, base, problems, lock, uploads } = editor;
  const { id, label, project, structure, item_name: name } = tracker;
  const parentId = tracker.parent?.id ?? null;
  const place = useMemo(
    () => ({ artifactId: null, tracker: { id, label, parentId }, projectId: project.id }),
    [id, label, parentId, project.id],
  );
  const review = useReview({ canOpen: editor.canReview, save: editor.create });
  useKeydown(review.takeKey);
  return (
    <div className="artifact">
      <PageHead
        facts={[
          <>
            in <Link to={paths.tracker(id)}>{label}</Link>
          </>,
        ]}
      />
      <div className="artifact-top">
        <BlankNotices editor={editor} trackerId={id} />
        {copy && !editor.kept.reopened ? <CopiedNotice copied={copy} /> : null}
        <div className="artifact-messages">
          <CreateNotices editor={editor} />
          <ProblemSummary editor={editor} />
        </div>
      </div>
      <div className="artifact-main">
        <div className="artifact-form" inert={editor.isLeaving}>
          <PageUploads value={uploads}>
            <PageNotAdded value={editor.notAdded}>
              <LinkPlace value={place}>
                <ArtifactLayout
                  structure={structure}
                  form={{
                    draft,
                    readings: readingsOf(base),
                    isEditing: true,
                    errors: problems.byField,
                    workflow: tracker.workflow,
                    isLocked: lock !== undefined,
                  }}
                />
              </LinkPlace>
            </PageNotAdded>
          </PageUploads>
          <WithoutControl editor={editor} />
        </div>
      </div>
      <div className="artifact-bottom no-print">
        <CreateBar editor={editor} tracker={tracker} review={review} />
      </div>
      {editor.canReview ? (
        <LateDialog title="Review" size="side" isOpen={review.isOpen} onClose={review.close}>
          <LinkPlace value={place}>
            <NewReview editor={editor} tracker={tracker} review={review} />
          </LinkPlace>
        </LateDialog>
      ) : null}
      <LeaveNew editor={editor} name={name} />
      <SendNow what={`Your new ${name}`} question={editor.creating.question} />
    </div>
  );
}
