import { Users } from 'lucide-react';
import { Fragment } from 'react';
import type { Field } from '~/api/trackers';
import { personName } from '~/fields/people/names';
import { changesBetween } from '~/saving/changes';
import type { ArtifactSnapshot } from '~/saving/draft/snapshot';
import { Button } from '~/ui/button/Button';
import { Banner } from '~/ui/show/Banner';
import { RelativeTime } from '~/ui/show/RelativeTime';
import type { ArtifactEditor } from '../editor/editor';
import { offersMerge } from '../kept/DraftNotices';
import type { WhoOf } from '../news/useWhoChanged';
import { labels, mergeProblem } from './words';

/** Each person with the fields of theirs, in the order of the fields. */
function byWriter(changed: readonly Field[], whoOf: WhoOf): [who: string, fields: Field[]][] {
  const fieldsOf = new Map<string, Field[]>();
  for (const field of changed) {
    const who = whoOf(field.field_id);
    fieldsOf.set(who, [...(fieldsOf.get(who) ?? []), field]);
  }
  return [...fieldsOf];
}

interface NewerWordsProps {
  base: ArtifactSnapshot;
  newer: ArtifactSnapshot;
  whoOf: WhoOf;
}

/** Who changed what since the draft was begun. */
export function NewerWords({ base, newer, whoOf }: NewerWordsProps) {
  const { artifact } = newer;
  const changed = changesBetween(base.artifact.values, artifact.values, base.fields);
  const writers = byWriter(
    changed.map(({ field }) => field),
    whoOf,
  );
  return (
    <>
      {writers.length === 0 ? (
        <>
          <strong>{personName(artifact.last_update_by_user)}</strong> changed this artifact
        </>
      ) : (
        writers.map(([who, fields], place) => (
          <Fragment key={who}>
            {place === 0 ? '' : place === writers.length - 1 ? ' and ' : ', '}
            <strong>{who}</strong> changed <strong>{labels(fields)}</strong>
          </Fragment>
        ))
      )}{' '}
      <RelativeTime value={artifact.last_modified_date} />.
    </>
  );
}

interface NewerNoticeProps {
  editor: ArtifactEditor;
  whoOf: WhoOf;
}

/** Says that a newer version is there, and who changed what. It is never applied to a draft by itself. */
export function NewerNotice({ editor, whoOf }: NewerNoticeProps) {
  const { newer, base } = editor;
  if (!newer || editor.prompt || editor.kept.isFollowing || offersMerge(editor)) return null;
  return (
    <Banner
      tone="warning"
      place="page"
      role="status"
      icon={<Users size={16} strokeWidth={1.75} aria-hidden="true" />}
      actions={
        <Button keys="Alt M" isPending={editor.isMerging} onClick={editor.mergeNow}>
          Merge now
        </Button>
      }
    >
      <NewerWords base={base} newer={newer} whoOf={whoOf} /> Your text is untouched.
      {mergeProblem(editor.mergeError)}
    </Banner>
  );
}
