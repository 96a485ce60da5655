import { Suspense, useEffect, useMemo, useState } from 'react';
import { KnownPeople } from '~/attachments/knownPeople';
import { PageUploads } from '~/attachments/upload/useUploads';
import { lastSeen } from '~/changesets/lastVisit';
import { useReview } from '~/changesets/review/useReview';
import { ServerDates, serverDates } from '~/fields/charts/chartDays';
import { PageNotAdded } from '~/fields/openList/notAdded';
import { LinkPlace } from '~/links/LinkPlace';
import { SendNow } from '~/saving/steps/SendNow';
import { useMedia } from '~/ui/grid/useMedia';
import { latePart, NotLoaded } from '~/ui/latePart';
import { LateDialog } from '~/ui/overlay/LateDialog';
import { keepHeight } from '~/ui/page/keepHeight';
import { ArtifactBody, type ArtifactViewProps } from './ArtifactBody';
import { ArtifactHead } from './ArtifactHead';
import { useArtifactEditor } from './editor/useArtifactEditor';
import { focusField } from './focusField';
import { DraftNotices } from './kept/DraftNotices';
import { LeaveArtifact } from './LeaveArtifact';
import { useIsDense } from './layout/density';
import { MoveEndsNotice } from './move/MoveEnds';
import { PageNews, useNewsByField } from './news/fieldNews';
import { GoneNotice } from './news/GoneNotice';
import { useEarlyWord } from './news/useEarlyWord';
import { useWhoChanged } from './news/useWhoChanged';
import { ArtifactConflict } from './saving/ArtifactConflict';
import { LockNotice } from './saving/LockNotice';
import { NewerNotice } from './saving/NewerNotice';
import { ProblemSummary } from './saving/ProblemSummary';
import { SaveBar } from './saving/SaveBar';
import { SaveNotices } from './saving/SaveNotices';
import { SaveStatus } from './saving/SaveStatus';
import { PageStored } from './saving/StoredNote';
import { storedOtherwise } from './saving/storedOtherwise';
import { useArtifactKeys } from './useArtifactKeys';
import { useEditFocus } from './useEditFocus';
import { useKnownPeople } from './useKnownPeople';
import { useRestore } from './useRestore';
import './artifact.css';

const ReferenceCards = latePart(
  async () => (await import('~/references/ReferenceCards')).ReferenceCards,
);

// Fetched when editing begins, so that it opens at once.
const ArtifactReview = latePart(
  async () => (await import('./review/ArtifactReview')).ArtifactReview,
  NotLoaded,
);

/** Too narrow for the history beside the fields. */
const ONE_COLUMN = '(max-width: 1099px)';

/** What stays above and below; the history beside the fields is as high as what is left (artifact.css). */
const top = keepHeight('--artifact-top');
const bottom = keepHeight('--artifact-bottom');

interface OwnProps extends ArtifactViewProps {
  /** Hears whether it is open what became of a save. */
  onUnclear(isUnclear: boolean): void;
}

/** One artifact: read, edited, saved, its conflicts merged, its history beside it. */
export function ArtifactView({ onUnclear, ...props }: OwnProps) {
  const gone = useEarlyWord(props.latest);
  const editor = useArtifactEditor(props.latest, gone);
  const { isUnclear } = editor;
  useEffect(() => {
    onUnclear(isUnclear);
    return () => onUnclear(false);
  }, [onUnclear, isUnclear]);
  const { id: trackerId, label: trackerLabel, parent } = props.tracker;
  const parentId = parent?.id ?? null;
  const { prompt, lock, isEditing, isDirty, kept } = editor;
  const people = useKnownPeople(editor.base.artifact);
  const isNarrow = useMedia(ONE_COLUMN);
  const edit = useEditFocus({
    isEditing,
    isFormShown: !isNarrow || props.tab === 'details',
    edit() {
      if (isNarrow && props.tab !== 'details') props.onTab('details');
      editor.edit();
    },
  });
  // A look at Details takes the history of a narrow page away, and is no end of the visit.
  const [seen] = useState(() => lastSeen(props.latest.artifact.id));
  const isDense = useIsDense();
  const review = useReview({ canOpen: editor.canReview, save: editor.save });
  useArtifactKeys(editor, review, edit);
  const whoOf = useWhoChanged(editor.base, editor.newer);
  const news = useNewsByField({ ...editor, whoOf });
  const { id: artifactId, project } = props.latest.artifact;
  const { result, step } = editor.saving;
  const stored = useMemo(() => {
    const found = result && step === null ? storedOtherwise(result) : [];
    return new Map(found.map((one) => [one.field.field_id, one]));
  }, [result, step]);
  const { values } = props.latest.artifact;
  const dates = useMemo(() => serverDates(values), [values]);
  const restorePlace = useRestore(editor, edit);
  const place = useMemo(
    () => ({
      artifactId,
      tracker: { id: trackerId, label: trackerLabel, parentId },
      projectId: project.id,
    }),
    [artifactId, trackerId, trackerLabel, parentId, project.id],
  );
  return (
    <KnownPeople value={people}>
      <div className={isDense ? 'artifact artifact-dense' : 'artifact'}>
        <ArtifactHead editor={editor} tracker={props.tracker} onEdit={edit} />
        <div className="artifact-top" ref={top}>
          <MoveEndsNotice />
          <DraftNotices editor={editor} />
          <NewerNotice editor={editor} whoOf={whoOf} />
          <GoneNotice gone={gone} editor={editor} />
          <div className="artifact-messages">
            <SaveNotices editor={editor} />
            <ProblemSummary editor={editor} jump={edit} />
            {lock === undefined || kept.isFollowing || gone ? null : (
              <LockNotice words={lock} onUnlock={editor.unlock} />
            )}
          </div>
        </div>
        <PageUploads value={editor.uploads}>
          <PageNotAdded value={editor.notAdded}>
            <ServerDates value={dates}>
              <LinkPlace value={place}>
                <PageNews value={news}>
                  <PageStored value={{ byField: stored, onEdit: isEditing ? focusField : edit }}>
                    <ArtifactBody
                      {...props}
                      editor={editor}
                      isNarrow={isNarrow}
                      onEdit={edit}
                      place={restorePlace}
                      seen={seen}
                    />
                  </PageStored>
                </PageNews>
              </LinkPlace>
            </ServerDates>
          </PageNotAdded>
        </PageUploads>
        <div className="artifact-bottom no-print" ref={bottom}>
          <SaveStatus editor={editor} />
          {(isEditing || isDirty) && !kept.isFollowing ? (
            <SaveBar editor={editor} review={review} />
          ) : null}
        </div>
        <Suspense fallback={null}>
          <ReferenceCards />
        </Suspense>
        <LeaveArtifact editor={editor} />
        {isEditing || isDirty ? (
          <LateDialog title="Review" size="side" isOpen={review.isOpen} onClose={review.close}>
            <ArtifactReview editor={editor} review={review} whoOf={whoOf} jump={edit} />
          </LateDialog>
        ) : null}
        {prompt ? <ArtifactConflict editor={editor} prompt={prompt} /> : null}
        <SendNow
          what={`Your change to ${props.latest.artifact.xref}`}
          question={editor.saving.question}
        />
      </div>
    </KnownPeople>
  );
}
