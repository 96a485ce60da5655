import type { OneProfile } from '~/api/signIn/oneProfile';
import { putSettings, readRepository } from '~/api/svn';
import type { SvnSavePort } from './saveSvn';
import { svnSnapshotOf } from './svnSnapshot';

/** The Tuleap server as a save of settings sees it. */
export const restSvnPort: SvnSavePort = {
  read: async (id) => svnSnapshotOf(await readRepository(id)),
  write: async (id, settings) => svnSnapshotOf(await putSettings(id, settings)),
};

/** The same for one profile only (features C1). */
export function restSvnPortOf({ read, write }: OneProfile): SvnSavePort {
  return { read: read(restSvnPort.read), write: write(restSvnPort.write) };
}
