import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  checkNewProject,
  createProject,
  findProject,
  type NewProject,
  readProject,
} from '~/api/newProject/createProject';
import type { ProjectField } from '~/api/newProject/projectFields';
import { scope } from '~/api/session';
import { type OneProfile, oneProfile } from '~/api/signIn/oneProfile';
import { useOneMutation } from '~/api/useOneMutation';
import { equal } from '~/lib/equal';
import { type MadeProject, type MakeProjectPort, type MakeStep, makeProject } from './makeProject';
import { emptyProject, formFaults, newProjectOf, type ProjectForm } from './projectForm';
import { explainProjectRefusal, type ProjectControl, type ProjectProblems } from './refusal';

/** For the profile of the page only (features C1). */
function portOf({ read, write }: OneProfile): MakeProjectPort {
  return {
    check: write(checkNewProject),
    create: write(createProject),
    find: read(findProject),
    read: read(readProject),
  };
}

const noProblems: ProjectProblems = { byControl: new Map(), rest: [] };

/** The control that a key of the form belongs to. */
function controlOf(key: string): ProjectControl | undefined {
  if (key === 'restricted') return 'visibility';
  return key === 'fields' ? undefined : (key as Exclude<ProjectControl, `field ${number}`>);
}

/** The state of making a project; `fields` are what the platform asks of every project. */
export function useNewProject(fields: readonly ProjectField[]) {
  const queryClient = useQueryClient();
  const [form, setForm] = useState(emptyProject);
  const [problems, setProblems] = useState(noProblems);
  const [step, setStep] = useState<MakeStep>('checking');
  const [profile] = useState(oneProfile);
  const making = useOneMutation({
    mutationFn: (wanted: NewProject): Promise<MadeProject> =>
      makeProject(wanted, portOf(profile), setStep),
    async onSuccess(made) {
      if (!profile.isCurrent()) return;
      if (made.kind === 'refused') {
        const found = explainProjectRefusal(made.error, fields);
        setProblems(made.error.status === 400 ? found : noProblems);
      }
      if (made.kind !== 'made') return;
      await queryClient.invalidateQueries({ queryKey: [...scope(), 'projects'] });
      setForm(emptyProject);
    },
  });

  function change(changes: Partial<ProjectForm>): void {
    setForm({ ...form, ...changes });
    const touched = new Set<ProjectControl | undefined>(Object.keys(changes).map(controlOf));
    if ('label' in changes && form.shortname === null) touched.add('shortname');
    for (const [id, value] of Object.entries(changes.fields ?? {})) {
      if (form.fields[Number(id)] !== value) touched.add(`field ${Number(id)}`);
    }
    const left = [...problems.byControl].filter(([control]) => !touched.has(control));
    if (left.length < problems.byControl.size) {
      setProblems({ ...problems, byControl: new Map(left) });
    }
  }

  function make(): void {
    const byControl = formFaults(form, fields);
    setProblems({ byControl, rest: [] });
    const wanted = newProjectOf(form, fields);
    if (byControl.size === 0 && wanted) making.mutate(wanted);
  }

  return {
    form,
    change,
    problems,
    making,
    /** Null while nothing is under way. */
    step: making.isPending ? step : null,
    make,
    /** What would be made now; undefined while something of it is missing. */
    wanted: newProjectOf(form, fields),
    isDirty: !equal(form, emptyProject),
    /** The project that was made. */
    made: making.data?.kind === 'made' ? making.data : undefined,
  };
}

export type NewProjectState = ReturnType<typeof useNewProject>;
