import { useEffect, useRef } from 'react';
import { partLabel } from '~/saving/svn/partWords';
import type { SvnForm } from '~/saving/svn/svnForm';
import { TextButton } from '~/ui/button/TextButton';
import { Banner } from '~/ui/show/Banner';
import type { ControlKey, Problems } from './problems';

/** Puts the focus on the control of a problem. */
export function jumpTo(key: ControlKey): void {
  const place = document.querySelector(`[data-control="${CSS.escape(key)}"]`);
  place?.scrollIntoView({ block: 'center' });
  place?.querySelector<HTMLElement>('textarea, input')?.focus({ preventScroll: true });
}

/** What a control is called on the page. */
export function labelOf(key: ControlKey, form: SvnForm): string {
  const row = form.notifications.find((candidate) => `row ${candidate.key}` === key);
  if (row) return row.path === '' ? 'New notification' : `Notification of ${row.path}`;
  return key.startsWith('row ')
    ? 'Notification'
    : partLabel(key as Exclude<ControlKey, `row ${string}`>);
}

interface SvnProblemsProps {
  problems: Problems;
  form: SvnForm;
  /** What did not happen: "Not saved." */
  title: string;
}

/** Everything that is wrong, in one place; each line jumps to its control. Takes the focus when it appears. */
export function SvnProblems({ problems, form, title }: SvnProblemsProps) {
  const box = useRef<HTMLDivElement>(null);
  const isThere = problems.byControl.size > 0 || problems.rest.length > 0;
  useEffect(() => {
    if (isThere) box.current?.focus();
  }, [isThere]);
  if (!isThere) return null;
  return (
    <div ref={box} tabIndex={-1} className="svn-notice">
      <Banner tone="danger" role="alert">
        <strong>{title} What you typed is kept.</strong>
        <ul className="svn-problems">
          {[...problems.byControl].map(([key, message]) => (
            <li key={key}>
              <TextButton onClick={() => jumpTo(key)}>{labelOf(key, form)}</TextButton> {message}
            </li>
          ))}
          {problems.rest.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Banner>
    </div>
  );
}
