import type { FullRepository, RepositorySettings, SettingsToSend } from '~/api/svn';

/** A repository with its settings as they were read: what a draft starts from and what a save is compared with. */
export interface SvnSnapshot extends FullRepository {
  settings: RepositorySettings;
}

/** The snapshot in an answer; undefined when it holds no settings, as for whoever may not administer the repository. */
export function svnSnapshotOf(repository: FullRepository): SvnSnapshot | undefined {
  const { settings } = repository;
  return settings ? { ...repository, settings } : undefined;
}

/** The settings as PUT takes them: people and groups by their ids, every key there (svn.md §2). */
export function toSend(settings: RepositorySettings): SettingsToSend {
  const { commit_rules: rules, immutable_tags: tags } = settings;
  return {
    commit_rules: {
      is_reference_mandatory: rules.is_reference_mandatory,
      is_commit_message_change_allowed: rules.is_commit_message_change_allowed,
    },
    immutable_tags: { paths: [...tags.paths], whitelist: [...tags.whitelist] },
    access_file: settings.access_file,
    email_notifications: settings.email_notifications.map(
      ({ path, emails, users, user_groups }) => ({
        path,
        emails: [...emails],
        users: users.flatMap(({ id }) => id ?? []),
        user_groups: user_groups.map(({ id }) => id),
      }),
    ),
    has_default_permissions: settings.has_default_permissions,
  };
}
