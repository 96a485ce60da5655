import { Checkbox } from '~/ui/form/Checkbox';
import { TextArea } from '~/ui/form/TextArea';
import { defaultPermissionWords } from '../svnWords';
import { Changed, Part, Section } from './Part';
import type { SettingsProps } from './settingsProps';

/** Who may do what: the default permissions and the project's own access file. */
export function AccessSection(props: SettingsProps) {
  const { form, change, changed, problems, lock, onUndo } = props;
  const isOn = form.hasDefaultPermissions;
  const undo = (key: 'hasDefaultPermissions' | 'accessFile') =>
    changed.has(key) && onUndo ? () => onUndo(key) : undefined;
  return (
    <Section title="Access">
      <Part control="has_default_permissions" isChanged={changed.has('hasDefaultPermissions')}>
        <div className="svn-switch">
          <Checkbox
            isSelected={isOn}
            onChange={(hasDefaultPermissions) => change({ hasDefaultPermissions })}
            disabledReason={lock}
          >
            Default permissions
          </Checkbox>
          <span className="field-aside">
            <Changed label="Default permissions" onUndo={undo('hasDefaultPermissions')} />
          </span>
        </div>
        <p className="field-help svn-switch-help">{defaultPermissionWords(isOn, props.isPublic)}</p>
      </Part>
      <Part control="access_file" isChanged={changed.has('accessFile')}>
        <TextArea
          label="Access file"
          value={form.accessFile}
          onChange={(accessFile) => change({ accessFile })}
          help="The project’s own sections. The server puts its default block before them, and disables rules of groups it does not know."
          error={problems.byControl.get('access_file')}
          aside={<Changed label="Access file" onUndo={undo('accessFile')} />}
          isMono
          rows={10}
          wrap="off"
          spellCheck={false}
          autoCapitalize="off"
          readOnly={lock !== undefined}
          className="svn-access-file"
          {...(props.accessFile ? { ref: props.accessFile } : {})}
        />
        {props.accessNotice}
      </Part>
    </Section>
  );
}
