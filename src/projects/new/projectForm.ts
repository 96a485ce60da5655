import type { NewProject } from '~/api/newProject/createProject';
import type { ProjectField } from '~/api/newProject/projectFields';
import { labelFault, shortnameFault, suggestShortname } from '~/api/rules/projectRules';
import type { ProjectControl } from './refusal';
import { templateOf } from './templates';

/** The form of a new project as it is typed. */
export interface ProjectForm {
  label: string;
  /** What was typed; null follows the name. */
  shortname: string | null;
  template: string | null;
  visibility: 'private' | 'public';
  /** `default` sends nothing: a platform without restricted users does not know it. */
  restricted: 'default' | 'yes' | 'no';
  description: string;
  fields: Readonly<Record<number, string>>;
  /** One "category: value" pair of numbers a line. */
  categories: string;
}

export const emptyProject: ProjectForm = {
  label: '',
  shortname: null,
  template: null,
  visibility: 'private',
  restricted: 'default',
  description: '',
  fields: {},
  categories: '',
};

export function shortnameOf({ shortname, label }: ProjectForm): string {
  return shortname ?? suggestShortname(label);
}

const PAIR = /^\s*(\d+)\s*[:=,]\s*(\d+)\s*$/;

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

/** What is wrong before the server is asked, by control. */
export function formFaults(
  form: ProjectForm,
  fields: readonly ProjectField[],
): ReadonlyMap<ProjectControl, string> {
  const faults = new Map<ProjectControl, string>();
  const put = (control: ProjectControl, fault: string | undefined) => {
    if (fault !== undefined) faults.set(control, fault);
  };
  put('label', labelFault(form.label));
  put('shortname', shortnameFault(shortnameOf(form)));
  put('template', templateOf(form.template) ? undefined : 'Choose what the project starts from.');
  for (const { id, name, is_required } of fields) {
    const isMissing = is_required && (form.fields[id] ?? '').trim() === '';
    put(`field ${id}`, isMissing ? `${name} is required on this server.` : undefined);
  }
  const odd = lines(form.categories).find((line) => !PAIR.test(line));
  put('categories', odd === undefined ? undefined : `“${odd}” is not a pair such as 12: 34.`);
  return faults;
}

/** What is sent for a form without faults; undefined while no template is chosen. */
export function newProjectOf(
  form: ProjectForm,
  fields: readonly ProjectField[],
): NewProject | undefined {
  const template = templateOf(form.template);
  if (!template) return undefined;
  return {
    shortname: shortnameOf(form),
    label: form.label.trim(),
    description: form.description.trim(),
    isPublic: form.visibility === 'public',
    allowsRestricted: form.restricted === 'default' ? null : form.restricted === 'yes',
    template,
    categories: lines(form.categories).flatMap((line) => {
      const [, category, value] = PAIR.exec(line) ?? [];
      return category && value ? [{ category_id: Number(category), value_id: Number(value) }] : [];
    }),
    fields: fields.flatMap(({ id }) => {
      const value = (form.fields[id] ?? '').trim();
      return value === '' ? [] : [{ field_id: id, value }];
    }),
  };
}
