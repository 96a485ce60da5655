import type { ApiError } from '~/api/error';
import type { ProjectField } from '~/api/newProject/projectFields';

/** A control of the form. */
export type ProjectControl =
  | 'shortname'
  | 'label'
  | 'description'
  | 'template'
  | 'visibility'
  | 'categories'
  | `field ${number}`;

/** What is wrong: at controls, and what names none. */
export interface ProjectProblems {
  byControl: ReadonlyMap<ProjectControl, string>;
  rest: readonly string[];
}

const named: readonly [pattern: RegExp, control: ProjectControl][] = [
  [/shortname|short name/i, 'shortname'],
  [/fullname|\[label\]|`label`/i, 'label'],
  [/categor/i, 'categories'],
  [/template|is not administrator of project/i, 'template'],
  [/description/i, 'description'],
  [/is_public|restricted|visibility/i, 'visibility'],
];

function controlsOf(sentence: string, fields: readonly ProjectField[]): ProjectControl[] {
  const missing = /mandatory field[^:]*: (.+)$/i.exec(sentence)?.[1];
  if (missing !== undefined) {
    return fields
      .filter(({ name }) => missing.includes(name))
      .map(({ id }) => `field ${id}` as const);
  }
  const hit = named.find(([pattern]) => pattern.test(sentence));
  return hit ? [hit[1]] : [];
}

/** The reason behind "Project shortname is invalid. The reason is: …"; the control says the rest by itself. */
function reason(sentence: string): string {
  return /The reason is: (.+)$/.exec(sentence)?.[1] ?? sentence;
}

/** Sorts the texts of a 400 to the controls they name (projects/51–60, 71). Each is at a control or in the rest. */
export function explainProjectRefusal(
  error: ApiError,
  fields: readonly ProjectField[],
): ProjectProblems {
  const byControl = new Map<ProjectControl, string>();
  const rest: string[] = [];
  const said = error.serverMessages.length > 0 ? error.serverMessages : [error.message];
  for (const sentence of said) {
    const controls = error.status === 400 ? controlsOf(sentence, fields) : [];
    if (controls.length === 0) rest.push(sentence);
    for (const control of controls) {
      const before = byControl.get(control);
      byControl.set(control, before ? `${before} ${reason(sentence)}` : reason(sentence));
    }
  }
  return { byControl, rest };
}
