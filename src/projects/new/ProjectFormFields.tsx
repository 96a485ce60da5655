import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ProjectField } from '~/api/newProject/projectFields';
import { projectsQuery } from '~/api/projects';
import { labelFault, shortnameFault } from '~/api/rules/projectRules';
import { RadioGroup } from '~/ui/form/RadioGroup';
import { TextArea } from '~/ui/form/TextArea';
import { TextField } from '~/ui/form/TextField';
import { ComboBox } from '~/ui/pick/ComboBox';
import { shortnameOf } from './projectForm';
import { templateOptions } from './templates';
import type { NewProjectState } from './useNewProject';

interface FormProps {
  state: NewProjectState;
  fields: readonly ProjectField[];
}

function Control({ name, children }: { name: string; children: ReactNode }) {
  return <div data-control={name}>{children}</div>;
}

function Names({ state }: { state: NewProjectState }) {
  const { form, change, problems } = state;
  const shortname = shortnameOf(form);
  const typed = form.shortname ?? '';
  return (
    <>
      <Control name="label">
        <TextField
          label="Name"
          isRequired
          value={form.label}
          onChange={(label) => change({ label })}
          error={
            problems.byControl.get('label') ??
            ([...form.label.trim()].length > 40 ? labelFault(form.label) : undefined)
          }
          help="3 to 40 characters, as everybody sees it."
          autoComplete="off"
        />
      </Control>
      <Control name="shortname">
        <TextField
          label="Short name"
          isRequired
          value={shortname}
          onChange={(next) => change({ shortname: next })}
          error={
            problems.byControl.get('shortname') ??
            (typed === '' ? undefined : shortnameFault(typed))
          }
          help="3 to 30 letters, digits and -, for addresses. It cannot be changed here later."
          isMono
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
      </Control>
    </>
  );
}

function Template({ state }: { state: NewProjectState }) {
  const { form, change, problems } = state;
  const all = useQuery(projectsQuery('all'));
  const administered = useQuery(projectsQuery('admin'));
  const options = templateOptions(all.data ?? [], administered.data ?? []);
  const isFailed = all.error !== null || administered.error !== null;
  return (
    <Control name="template">
      <ComboBox
        label="Starts from"
        isRequired
        value={form.template}
        onChange={(template) => change({ template })}
        options={options}
        placeholder="Choose a template"
        error={problems.byControl.get('template')}
        help={
          isFailed
            ? 'The projects could not be read: only what comes with Tuleap is offered.'
            : 'Trackers, services and groups come from it: a template, or a project that you administer.'
        }
      />
    </Control>
  );
}

function Visibility({ state }: { state: NewProjectState }) {
  const { form, change, problems } = state;
  return (
    <Control name="visibility">
      <div className="new-project-columns">
        <RadioGroup
          label="Visibility"
          value={form.visibility}
          onChange={(visibility) =>
            change({ visibility: visibility === 'public' ? 'public' : 'private' })
          }
          error={problems.byControl.get('visibility')}
          options={[
            { value: 'private', label: 'Private: its members only' },
            { value: 'public', label: 'Public: everybody who is signed in' },
          ]}
        />
        <RadioGroup
          label="Restricted users"
          value={form.restricted}
          onChange={(next) =>
            change({ restricted: next === 'yes' || next === 'no' ? next : 'default' })
          }
          options={[
            { value: 'default', label: 'As the server decides' },
            { value: 'yes', label: 'Allowed' },
            { value: 'no', label: 'Kept out' },
          ]}
        />
      </div>
    </Control>
  );
}

function OwnField({ field, state }: { field: ProjectField; state: NewProjectState }) {
  const { form, change, problems } = state;
  const props = {
    label: field.name,
    isRequired: field.is_required,
    help: field.description,
    value: form.fields[field.id] ?? '',
    onChange: (value: string) => change({ fields: { ...form.fields, [field.id]: value } }),
    error: problems.byControl.get(`field ${field.id}`),
  };
  return (
    <Control name={`field ${field.id}`}>
      {field.type === 'line' ? <TextField {...props} /> : <TextArea {...props} rows={2} />}
    </Control>
  );
}

function Categories({ state }: { state: NewProjectState }) {
  const { form, change, problems } = state;
  const error = problems.byControl.get('categories');
  return (
    <details className="new-project-more" open={error !== undefined || form.categories !== ''}>
      <summary>Categories by number</summary>
      <Control name="categories">
        <TextArea
          label="Categories"
          value={form.categories}
          onChange={(categories) => change({ categories })}
          error={error}
          help="One “category: value” pair of numbers a line, such as 12: 34. Tuleap has no route that lists them; an administrator of the server knows them."
          isMono
          rows={2}
        />
      </Control>
    </details>
  );
}

/** Everything that can be said of a new project. */
export function ProjectFormFields({ state, fields }: FormProps) {
  const { form, change, problems } = state;
  return (
    <div className="new-project-form">
      <Names state={state} />
      <Template state={state} />
      <Visibility state={state} />
      <Control name="description">
        <TextArea
          label="Description"
          value={form.description}
          onChange={(description) => change({ description })}
          error={problems.byControl.get('description')}
          help="Some servers require one."
        />
      </Control>
      {fields.map((field) => (
        <OwnField key={field.id} field={field} state={state} />
      ))}
      <Categories state={state} />
    </div>
  );
}
