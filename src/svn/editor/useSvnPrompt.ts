import { useState } from 'react';
import type { SettingsToSend } from '~/api/svn';
import { mergeSettings } from '~/saving/svn/mergeSettings';
import { formOfSettings, peopleOf, type SvnForm } from '~/saving/svn/svnForm';
import { type SvnSnapshot, toSend } from '~/saving/svn/svnSnapshot';
import type { Prompt } from './editor';
import type { SettingsDraft } from './useSettingsDraft';

/** Settings that were merged with `theirs`, as the form shows them: with the names that either side or the form knows. */
function mergedForm(
  settings: SettingsToSend,
  { base, form, theirs }: Pick<SettingsDraft, 'base' | 'form'> & { theirs: SvnSnapshot },
): SvnForm {
  const typed = form.notifications.flatMap(({ users }) => users);
  const names = new Map([
    ...peopleOf(base.settings),
    ...peopleOf(theirs.settings),
    ...typed.map(({ id, label }) => [id, label] as const),
  ]);
  return formOfSettings(settings, names);
}

/** The conflict prompt of a repository's page, and what opens it. */
export function useSvnPrompt(draft: SettingsDraft) {
  const { base, form, stored, mine, startFrom } = draft;
  const [prompt, setPrompt] = useState<Prompt | null>(null);
  return {
    prompt,
    ask: ({ theirs, rows }: Prompt) => setPrompt({ theirs, rows }),
    close: () => setPrompt(null),
    /** Merging before saving: asks only where a person has to decide. */
    mergeWith(theirs: SvnSnapshot): void {
      const { rows, settings } = mergeSettings(stored, mine, toSend(theirs.settings));
      if (rows.some(({ outcome }) => outcome === 'conflict')) setPrompt({ theirs, rows });
      else startFrom(theirs, mergedForm(settings, { base, form, theirs }));
    },
    /** What was merged becomes the draft, over the version that it was merged with; gives its form. */
    take(settings: SettingsToSend, theirs: SvnSnapshot): SvnForm {
      const merged = mergedForm(settings, { base, form, theirs });
      startFrom(theirs, merged);
      return merged;
    },
  };
}
