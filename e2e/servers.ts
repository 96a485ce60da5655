import { fileURLToPath } from 'node:url';

/** Where the preview server of the browser tests listens; not the port of `npm run preview`, so that both can run. */
export const port = Number(process.env.E2E_PORT ?? 4273);

/** The same app over recorded answers. */
export const replayPort = port + 1;

const exchanges =
  process.env.TULEAP_EXCHANGES ??
  fileURLToPath(new URL('../../shared/tuleap-exchanges', import.meta.url));

/** The coherent recorded world; may not exist on this machine. */
export const walkFolder = `${exchanges}/walk`;
