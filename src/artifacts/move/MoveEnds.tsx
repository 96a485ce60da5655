import { TextButton } from '~/ui/button/TextButton';
import { Banner } from '~/ui/show/Banner';
import { useCameAlong } from '../useCameAlong';
import { type MoveEnd, readEnds } from './ends';

function Words({ head, text }: MoveEnd) {
  return (
    <>
      {head === '' ? null : <strong>{head}</strong>} {text}
    </>
  );
}

/** How a move ended where something has to be known about it (features V7). */
export function MoveEnds({ ends }: { ends: readonly MoveEnd[] }) {
  return ends.map((end) => (
    <Banner
      key={end.head + end.text}
      tone={end.tone}
      role={end.tone === 'warning' ? 'alert' : 'status'}
    >
      <Words {...end} />
    </Banner>
  ));
}

/** The same on the page of the artifact that was moved, where others were not: it began anew, without the dialog. */
export function MoveEndsNotice() {
  const [ends, dismiss] = useCameAlong(readEnds);
  if (!ends) return null;
  return (
    <Banner
      tone="warning"
      place="page"
      role="alert"
      actions={<TextButton onClick={dismiss}>Understood</TextButton>}
    >
      {ends.map((end) => (
        <p key={end.head + end.text}>
          <Words {...end} />
        </p>
      ))}
    </Banner>
  );
}
