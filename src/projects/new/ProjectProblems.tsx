import { useEffect, useRef } from 'react';
import type { ProjectField } from '~/api/newProject/projectFields';
import { TextButton } from '~/ui/button/TextButton';
import { Banner } from '~/ui/show/Banner';
import type { ProjectProblems as Problems, ProjectControl } from './refusal';

const labels: Record<string, string> = {
  label: 'Name',
  shortname: 'Short name',
  template: 'Starts from',
  visibility: 'Visibility',
  description: 'Description',
  categories: 'Categories',
};

function jumpTo(control: ProjectControl): void {
  const place = document.querySelector(`[data-control="${control}"]`);
  place?.closest('details')?.setAttribute('open', '');
  place?.querySelector<HTMLElement>('input, textarea')?.focus();
}

interface ProjectProblemsProps {
  problems: Problems;
  fields: readonly ProjectField[];
}

/** Everything that is wrong, in one place; each line jumps to its control. Takes the focus when it appears. */
export function ProjectProblems({ problems, fields }: ProjectProblemsProps) {
  const box = useRef<HTMLDivElement>(null);
  const { byControl, rest } = problems;
  const isThere = byControl.size > 0 || rest.length > 0;
  useEffect(() => {
    if (isThere) box.current?.focus();
  }, [isThere]);
  if (!isThere) return null;
  const labelOf = (control: ProjectControl) =>
    labels[control] ?? fields.find(({ id }) => control === `field ${id}`)?.name ?? control;
  return (
    <div ref={box} tabIndex={-1} className="new-project-notice">
      <Banner tone="danger" role="alert">
        <strong>Not created. What you typed is kept.</strong>
        <ul className="new-project-problems">
          {[...byControl].map(([control, message]) => (
            <li key={control}>
              <TextButton onClick={() => jumpTo(control)}>{labelOf(control)}</TextButton> {message}
            </li>
          ))}
          {rest.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Banner>
    </div>
  );
}
