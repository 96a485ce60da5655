import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { repositoryNameFault } from '~/api/rules/svnRules';
import { type OneProfile, oneProfile } from '~/api/signIn/oneProfile';
import {
  createRepository,
  findRepository,
  type NewRepository,
  projectRepositoriesQuery,
  type Repository,
  type SettingsToSend,
} from '~/api/svn';
import { useOneMutation } from '~/api/useOneMutation';
import { equal } from '~/lib/equal';
import {
  changedForm,
  type FormChange,
  freshForm,
  freshSettings,
  type SvnForm,
  settingsOf,
} from '~/saving/svn/svnForm';
import { localProblems, type Problems, refusalProblems, standing } from '../saving/problems';
import { type Made, type MakePort, makeRepository } from './makeRepository';

/** For the profile of the page only (features C1). */
function portOf({ read, write }: OneProfile): MakePort {
  return { create: write(createRepository), find: read(findRepository) };
}

/** The directories of a usual repository. */
export const layout = ['/trunk', '/branches', '/tags'];

interface NewDraft {
  name: string;
  hasLayout: boolean;
  form: SvnForm;
}

const fresh: NewDraft = { name: '', hasLayout: true, form: freshForm };
const noProblems: Problems = { byControl: new Map(), rest: [] };

/** The state of making a repository. It lives as long as the page, so that closing the dialog loses nothing. */
export function useNewRepository(
  projectId: number,
  names: readonly string[],
  /** `sent` is null for a repository that perhaps somebody else made. */
  onMade: (repository: Repository, sent: SettingsToSend | null) => void,
) {
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState(fresh);
  const [found, setFound] = useState({ problems: noProblems, form: freshForm });
  const [isChecked, setIsChecked] = useState(false);
  const { name, form } = draft;
  const settings = settingsOf(form, freshSettings);
  const changeForm = useCallback(
    (next: FormChange) => setDraft((now) => ({ ...now, form: changedForm(now.form, next) })),
    [],
  );
  function repositoryOf({ name, hasLayout }: NewDraft): NewRepository {
    return { projectId, name, settings, layout: hasLayout ? layout : [] };
  }
  const [profile] = useState(oneProfile);
  const making = useOneMutation({
    mutationFn: (draft: NewDraft): Promise<Made> =>
      makeRepository(repositoryOf(draft), portOf(profile)),
    async onSuccess(made) {
      if (!profile.isCurrent()) return;
      if (made.kind === 'refused') {
        setFound({ problems: refusalProblems(made.error, settings, form), form });
      }
      if (made.kind !== 'made') return;
      await queryClient.invalidateQueries(projectRepositoriesQuery(projectId));
      setDraft(fresh);
      onMade(made.repository, settings);
    },
  });

  function nameFault(): string | undefined {
    if (name === '') return isChecked ? 'Give the repository a name.' : undefined;
    const fault = repositoryNameFault(name);
    if (fault !== undefined) return fault;
    if (names.includes(name)) return 'There already is a repository of this name in the project.';
    const made = making.data;
    if (made?.kind !== 'taken' || making.variables?.name !== name) return undefined;
    return made.repository
      ? `${made.said} It was not there when you opened this page.`
      : `${made.said} Perhaps it was the name of a repository that is deleted: names stay taken.`;
  }

  return {
    ...draft,
    problems: standing(found.problems, found.form, form),
    nameFault: nameFault(),
    isDirty: !equal(draft, fresh),
    change(changes: Partial<Omit<NewDraft, 'form'>>) {
      setDraft({ ...draft, ...changes });
    },
    changeForm,
    making,
    /** What would be made now. */
    wanted: repositoryOf(draft),
    /** Leaves the draft for a repository that has its name already. */
    open(repository: Repository) {
      setDraft(fresh);
      onMade(repository, null);
    },
    make() {
      setIsChecked(true);
      const problems = localProblems(form, settings);
      setFound({ problems, form });
      const isGood = name !== '' && nameFault() === undefined && problems.byControl.size === 0;
      if (isGood) making.mutate(draft);
    },
  };
}

export type NewRepositoryState = ReturnType<typeof useNewRepository>;
