import { AccessSection } from './AccessSection';
import { NotificationsSection } from './NotificationsSection';
import { RulesSection } from './RulesSection';
import type { SettingsProps } from './settingsProps';
import { TagsSection } from './TagsSection';
import './settings.css';

/** All settings of a repository as controls; for one that is there and for one that is made. */
export function SettingsForm(props: SettingsProps) {
  return (
    <div className="svn-form">
      <AccessSection {...props} />
      <TagsSection {...props} />
      <RulesSection {...props} />
      <NotificationsSection {...props} />
    </div>
  );
}
