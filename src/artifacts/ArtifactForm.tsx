import { useEffect, useEffectEvent, useRef } from 'react';
import type { StructureNode } from '~/api/trackers';
import { readingsOf } from '~/saving/draft/draftState';
import { CommentBox } from './CommentBox';
import type { ArtifactEditor } from './editor/editor';
import { ArtifactLayout } from './layout/ArtifactLayout';
import { useWhyNot } from './layout/whyNot';

interface ArtifactFormProps {
  editor: ArtifactEditor;
  structure: readonly StructureNode[];
  onEdit(fieldId: number): void;
}

/** The field under a click on its value, unless the click meant something in it: a link, a button, a preview, selected text. */
function clickedField(event: MouseEvent): number | null {
  const target = event.target instanceof Element ? event.target : null;
  const row = target?.closest('dl[data-editable]');
  if (
    !row ||
    target?.closest('a, button, summary, dt, [data-keeps-click]') ||
    !getSelection()?.isCollapsed
  )
    return null;
  return Number(row.getAttribute('data-field'));
}

/** All fields and the comment, read or edited in the same places. */
export function ArtifactForm({ editor, structure, onEdit }: ArtifactFormProps) {
  const { draft, base, isEditing, problems, lock } = editor;
  const box = useRef<HTMLDivElement>(null);
  const whyNot = useWhyNot(base, isEditing && lock === undefined);
  const onClick = useEffectEvent((event: MouseEvent) => {
    const field = isEditing || lock !== undefined ? null : clickedField(event);
    if (field !== null) onEdit(field);
  });
  // A convenience of the mouse on top of the Edit button and its key, so it is no control of its own.
  useEffect(() => {
    const element = box.current;
    const listener = (event: MouseEvent) => onClick(event);
    element?.addEventListener('click', listener);
    return () => element?.removeEventListener('click', listener);
  }, []);
  return (
    <div className="artifact-form">
      <div ref={box} className={isEditing ? undefined : 'artifact-layout-clickable'}>
        <ArtifactLayout
          structure={structure}
          form={{
            draft,
            readings: readingsOf(base),
            isEditing,
            errors: problems.byField,
            workflow: base.tracker?.workflow ?? null,
            isLocked: lock !== undefined,
            whyNot,
          }}
        >
          <CommentBox draft={draft} lock={lock} />
        </ArtifactLayout>
      </div>
    </div>
  );
}
