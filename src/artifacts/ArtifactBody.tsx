import { useId } from 'react';
import type { Tracker } from '~/api/trackers';
import { History } from '~/changesets/History';
import type { RestorePlace } from '~/changesets/restore';
import type { ArtifactSnapshot } from '~/saving/draft/snapshot';
import { TabList, tabPanel } from '~/ui/show/Tabs';
import { ArtifactForm } from './ArtifactForm';
import { CommentBox } from './CommentBox';
import type { ArtifactEditor } from './editor/editor';

type ArtifactTab = 'details' | 'comments';

/** What the page of an artifact is given. */
export interface ArtifactViewProps {
  latest: ArtifactSnapshot;
  tracker: Tracker;
  tab: ArtifactTab;
  onTab(tab: ArtifactTab): void;
}

interface BodyProps extends ArtifactViewProps {
  editor: ArtifactEditor;
  isNarrow: boolean;
  onEdit(fieldId?: number): void;
  place: RestorePlace;
  seen: number | null;
}

/**
 * The fields with the history beside them; on a narrow page one of the two at a time. The fields keep their place in both:
 * a list pasted into a field that is not taken over yet outlives a turned tablet and a look at the history.
 */
export function ArtifactBody(props: BodyProps) {
  const { latest, tracker, tab, onTab, editor, isNarrow, onEdit, place, seen } = props;
  const id = useId();
  const isFormShown = !isNarrow || tab === 'details';
  const panel = isNarrow ? tabPanel(id, tab) : undefined;
  return (
    <div className={isNarrow ? 'artifact-main' : 'artifact-body'}>
      {isNarrow ? (
        <TabList
          id={id}
          label="Parts of this artifact"
          value={tab}
          onChange={onTab}
          tabs={[
            { value: 'details', label: 'Details' },
            { value: 'comments', label: 'Comments and history' },
          ]}
        />
      ) : null}
      <div
        hidden={!isFormShown}
        {...(isFormShown ? (panel ?? { className: 'artifact-main' }) : {})}
      >
        <ArtifactForm editor={editor} structure={tracker.structure} onEdit={onEdit} />
      </div>
      {isFormShown && isNarrow ? null : (
        <div {...(panel ?? { className: 'artifact-side' })}>
          <div className={isNarrow ? 'artifact-form' : undefined}>
            {isNarrow ? <CommentBox draft={editor.draft} lock={editor.lock} /> : null}
            <History
              artifactId={latest.artifact.id}
              fields={editor.base.fields}
              place={place}
              seen={seen}
            />
          </div>
        </div>
      )}
    </div>
  );
}
