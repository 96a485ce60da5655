import { beforeAll, describe, expect, test } from 'vitest';
import { files } from './contract/files';
import { linkReads, linkWrites } from './contract/links';
import { findPlaces, type Places } from './contract/places';
import { reads } from './contract/reads';
import { realServer, type Server, sandboxServer } from './contract/server';
import { repositories } from './contract/svn';
import { writes } from './contract/writes';
import { xmlWrites } from './contract/xml';

/** A real server answers slowly: a call by Basic takes seconds, a first read of a tracker too. */
const PATIENCE = 60_000;

function holdAll(name: string, open: () => Server): void {
  describe(`the contract, held by ${name}`, () => {
    let server: Server;
    let places: Places;

    beforeAll(async () => {
      server = open();
      places = await findPlaces(server);
    }, PATIENCE);

    for (const { says, hold } of [...reads, ...linkReads]) {
      test(`Truth: ${says}`, () => hold(server, places), PATIENCE);
    }

    for (const { says, hold } of [...writes, ...linkWrites, ...files, ...xmlWrites]) {
      test(
        `Truth: ${says}`,
        async () => {
          const { writeTrackerId } = server;
          if (writeTrackerId === null) {
            process.stdout.write(
              `Not asked of ${name}, TULEAP_WRITE_TRACKER names no tracker: ${says}\n`,
            );
            return;
          }
          expect(writeTrackerId).toBeGreaterThan(0);
          await hold(server, writeTrackerId);
        },
        PATIENCE,
      );
    }

    for (const { says, hold } of repositories) {
      test(
        `Truth: ${says}`,
        async () => {
          const { writeRepositoryId } = server;
          if (writeRepositoryId === null) {
            process.stdout.write(
              `Not asked of ${name}, TULEAP_WRITE_REPOSITORY names no repository: ${says}\n`,
            );
            return;
          }
          expect(writeRepositoryId).toBeGreaterThan(0);
          await hold(server, writeRepositoryId);
        },
        PATIENCE,
      );
    }
  });
}

holdAll('the sandbox', sandboxServer);

const real = realServer(process.env);
if (real) holdAll(real.name, () => real);
