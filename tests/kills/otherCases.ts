import type { SvnEditor } from '~/svn/editor/editor';
import type { RacesWorld } from '../races/racesWorld';
import type { Case, TabModule } from './cases';

let count = 0;

/** A new artifact that Anna makes. */
export function createCase(world: RacesWorld, seed: number): Case {
  const [tracker] = world.trackers;
  const title = tracker?.fields.find(({ name }) => name === 'title');
  if (!tracker || !title) throw new Error('No tracker with a title');
  count += 1;
  const mark = `new «${seed} ${count}»`;
  const made = () =>
    [...world.open.world.artifacts.values()].filter(({ changesets }) =>
      String(changesets.at(-1)?.values.get(title.id)).startsWith(mark),
    ).length;
  const open = (tab: TabModule) => {
    const life = tab.openNew(tracker.id);
    const text = () => {
      const { editor } = life.now();
      const field = editor.base.fields.find(({ field_id }) => field_id === title.id);
      return field ? String(editor.draft.value(field)) : '';
    };
    const set = (value: string) => {
      const { editor } = life.now();
      const field = editor.base.fields.find(({ field_id }) => field_id === title.id);
      if (field) editor.draft.set(field, value);
    };
    const isThere = () =>
      life.now().path !== '/' || life.now().editor.creating.outcome?.kind === 'created';
    return {
      close: life.close,
      async type() {
        await life.until(() => true);
        set(mark);
        await life.until(({ editor }) => editor.kept.state.status.state === 'kept');
        set(`${mark} more`);
      },
      async save() {
        // Killed after the very end: the form is empty again.
        if (text() === '') return;
        for (let tries = 0; tries < 4 && !isThere(); tries += 1) {
          const { editor } = life.now();
          const { outcome: before, question } = editor.creating;
          if (question) question.answer(true);
          else if (before?.kind === 'unknown') editor.creating.sendAgain();
          else editor.create();
          await life.until(
            ({ editor: now, path }) =>
              path !== '/' ||
              (now.creating.question !== null && now.creating.question !== question) ||
              (now.creating.step === null && now.creating.outcome !== before),
          );
        }
        await life.until(({ path }) => path !== '/');
      },
      async offered(isKept: boolean) {
        if (!isKept) return void (await life.until(() => true));
        await life.until(
          ({ editor, path }) =>
            path !== '/' ||
            (editor.kept.reopened !== null && !editor.isLooking && editor.creating.step === null),
        );
      },
      lost(isLastKey: boolean) {
        const isWhole = text() === `${mark} more` || (isLastKey && text() === mark);
        const offered = isWhole && !isThere() ? 1 : 0;
        const unclear = life.now().editor.creating.outcome?.kind === 'unknown';
        // While it is being looked for, what is there may be offered too: it cannot be sent then.
        return offered + made() === 1 || (unclear && offered === 1)
          ? []
          : [`offered ${offered} times, there ${made()} times`];
      },
    };
  };
  return { open, wrong: () => (made() === 1 ? [] : [`there ${made()} times`]) };
}

const sections = (editor: SvnEditor, mark: string) => editor.form.accessFile.split(mark).length - 1;

/** The settings of a repository that Anna changes. */
export function settingsCase(
  world: RacesWorld,
  { seed, isMerged }: { seed: number; isMerged: boolean },
): Case {
  const { world: data } = world.open;
  const repository = [...data.repositories.values()].find(({ isDeleted }) => !isDeleted);
  if (!repository) throw new Error('No repository to save');
  repository.settings.accessFile = '[/]\n* = r\n';
  repository.settings.hasDefaultPermissions = true;
  const mark = `[/kills${seed}]`;
  const count = () => repository.settings.accessFile.split(mark).length - 1;
  const open = (tab: TabModule) => {
    const life = tab.openSettings(repository.id);
    const add = (line: string) => {
      const { editor } = life.now();
      editor.change({ accessFile: `${editor.form.accessFile}\n${line}` });
    };
    return {
      close: life.close,
      async type() {
        await life.until(() => true);
        add(mark);
        await life.until(({ editor }) => editor.isDirty);
        await life.until(({ editor }) => editor.kept.state.status.state === 'kept');
        add('* = rw');
        await life.until(({ editor }) => editor.form.accessFile.endsWith('* = rw'));
        if (isMerged)
          repository.settings.isReferenceMandatory = !repository.settings.isReferenceMandatory;
      },
      async save() {
        for (let tries = 0; tries < 4; tries += 1) {
          const { editor } = life.now();
          if (!editor.isDirty && editor.saving.step === null) return;
          const { result, question } = editor.saving;
          if (question) question.answer(true);
          else if (editor.risks) editor.saveAnyway();
          else if (result?.outcome.kind === 'unknown') editor.saving.sendAgain();
          else editor.save();
          await life.until(
            ({ editor: now }) =>
              (now.saving.question !== null && now.saving.question !== question) ||
              (now.saving.step === null && now.saving.result !== result) ||
              (now.risks !== null && !editor.risks),
          );
        }
      },
      async offered(isKept: boolean) {
        if (!isKept) return void (await life.until(() => true));
        await life.until(({ editor }) => editor.kept.reopened !== null);
      },
      lost() {
        // The settings are one text: what is stored is also what the form shows.
        const shown = sections(life.now().editor, mark);
        return shown === 1 ? [] : [`shown ${shown} times, stored ${count()} times`];
      },
    };
  };
  return { open, wrong: () => (count() === 1 ? [] : [`stored ${count()} times`]) };
}
