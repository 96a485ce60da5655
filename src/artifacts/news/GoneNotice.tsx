import { CircleOff } from 'lucide-react';
import { Banner } from '~/ui/show/Banner';
import type { ArtifactEditor } from '../editor/editor';
import { type Gone, goneWords } from './useEarlyWord';

/** Says that the open artifact can no longer be read, and what becomes of the text (features X11). */
export function GoneNotice({ gone, editor }: { gone: Gone | undefined; editor: ArtifactEditor }) {
  if (!gone) return null;
  return (
    <Banner
      tone="danger"
      place="page"
      role="alert"
      icon={<CircleOff size={16} strokeWidth={1.75} aria-hidden="true" />}
    >
      <strong>{goneWords[gone]}</strong>{' '}
      {editor.isDirty
        ? 'Nothing can be saved here any more. What you typed stays here and among your drafts, to be copied.'
        : 'What you see is the last version that this page has read.'}
    </Banner>
  );
}
