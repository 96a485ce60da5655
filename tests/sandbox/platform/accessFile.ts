import type { SandboxProject, World } from '../model';

/** The groups of the default block: `members` and every static group with somebody in it (svn.md §4). */
function knownGroups(world: World, project: SandboxProject): Set<string> {
  const people = new Set(world.users.filter(({ status }) => status !== 'S').map(({ id }) => id));
  const filled = project.groups.filter(
    ({ id, memberIds }) => !id.includes('_') && memberIds.some((member) => people.has(member)),
  );
  return new Set(['members', ...filled.map(({ label }) => label)]);
}

/**
 * What the server stores of an access file: trimmed, and outside `[groups]` every line `@name = …` put out of action
 * (`# @name = …`) whose group is unknown, empty or spelled in another case, and every line that begins like one and is
 * none (`@name rw`). It says nothing about it (svn/12, 58; reliability M6).
 */
export function storedAccessFile(world: World, project: SandboxProject, text: string): string {
  const groups = knownGroups(world, project);
  let section = '';
  // Line ends stay as they were sent: a \r belongs to its line, and counts as white space.
  const lines = text
    .trim()
    .split('\n')
    .map((line) => {
      const header = /^\s*\[(.*)\]\s*$/.exec(line)?.[1];
      if (header !== undefined) section = header.trim().toLowerCase();
      else if (section === 'groups') {
        const [, name, members = ''] = /^\s*([^#=\s][^=]*?)\s*=([\s\S]*)$/.exec(line) ?? [];
        if (name !== undefined && members.trim() !== '') groups.add(name);
      } else {
        const name = /^\s*@([\w-]+)\s*=/.exec(line)?.[1];
        if (/^\s*@/.test(line) && (name === undefined || !groups.has(name))) return `# ${line}`;
      }
      return line;
    });
  return lines.join('\n');
}
