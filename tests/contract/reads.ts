import { expect } from 'vitest';
import * as z from 'zod/mini';
import { errorEnvelopeSchema } from '~/api/answers/serverMessages';
import { artifactSchema } from '~/api/artifacts/read';
import { changesetsSchema } from '~/api/changesets/read';
import { projectSchema, projectsSchema } from '~/api/projects';
import { versionSchema } from '~/api/signIn/version';
import { projectRepositoriesSchema } from '~/api/svn';
import { trackerArtifactsSchema } from '~/api/trackerArtifacts';
import { projectTrackersSchema, trackerSchema } from '~/api/trackers';
import { projectUserGroupsSchema } from '~/api/userGroups';
import { selfSchema, usersSchema } from '~/api/users';
import type { Places } from './places';
import { type Answer, ask, type Server } from './server';

/** One promise of the server, with the words of the test's title. */
export interface Assertion {
  says: string;
  hold(server: Server, places: Places): Promise<void>;
}

const UNKNOWN = 99_999_999;

function expectError(answer: Answer, status: number): void {
  expect(answer.status).toBe(status);
  const { error } = z.parse(errorEnvelopeSchema, answer.body);
  expect(typeof error === 'string' ? status : error.code).toBe(status);
}

function expectPage(answer: Answer, limitMax: string): void {
  expect(answer.status).toBe(200);
  expect(answer.headers.get('x-pagination-limit-max')).toBe(limitMax);
  expect(answer.headers.get('x-pagination-limit')).toMatch(/^\d+$/);
  expect(answer.headers.get('x-pagination-offset')).toMatch(/^\d+$/);
  expect(answer.size).toBeGreaterThanOrEqual(0);
}

const json = (value: unknown) => encodeURIComponent(JSON.stringify(value));

const people: readonly Assertion[] = [
  {
    says: 'version needs no sign-in',
    async hold(server) {
      const answer = await ask(server, 'version', { isAnonymous: true });
      expect(answer.status).toBe(200);
      z.parse(versionSchema, answer.body);
    },
  },
  {
    says: 'users/self is the person of the key',
    async hold(server) {
      const answer = await ask(server, 'users/self');
      expect(answer.status).toBe(200);
      const { id } = z.parse(selfSchema, answer.body);
      expect((await ask(server, `users/${id}`)).body).toEqual(answer.body);
    },
  },
  {
    says: 'nobody, and a key that is wrong or badly formed, get 401 in the envelope',
    async hold(server) {
      for (const headers of [
        undefined,
        { 'X-Auth-AccessKey': `tlp-k1-1.${'f'.repeat(64)}` },
        { 'X-Auth-AccessKey': 'abc' },
      ]) {
        expectError(
          await ask(server, 'users/self', { isAnonymous: true, ...(headers ? { headers } : {}) }),
          401,
        );
      }
    },
  },
  {
    says: 'a wrong password gets 401, a missing one 400',
    async hold(server) {
      const body = { username: 'nobody_here_at_all', password: 'wrong' };
      const question = { method: 'POST', isAnonymous: true };
      expectError(await ask(server, 'tokens', { ...question, body }), 401);
      expectError(await ask(server, 'tokens', { ...question, body: { username: 'x' } }), 400);
    },
  },
];

const projects: readonly Assertion[] = [
  {
    says: 'projects come by ascending id with their size, at most 50 a page',
    async hold(server) {
      const answer = await ask(server, 'projects?limit=50&offset=0');
      expectPage(answer, '50');
      const ids = z.parse(projectsSchema, answer.body).map(({ id }) => id);
      expect(ids).toEqual(ids.toSorted((a, b) => a - b));
      expectError(await ask(server, 'projects?limit=51'), 400);
      expect((await ask(server, 'projects?limit=0')).body).toEqual([]);
    },
  },
  {
    says: 'is_member_of lists projects of which one is a member; false is refused',
    async hold(server) {
      const answer = await ask(server, `projects?limit=50&query=${json({ is_member_of: true })}`);
      const list = z.parse(projectsSchema, answer.body);
      expect(list.filter((project) => !project.is_member_of)).toEqual([]);
      for (const query of [{ is_member_of: false }, { nothing_like_this: 1 }]) {
        expectError(await ask(server, `projects?query=${json(query)}`), 400);
      }
    },
  },
  {
    says: 'a project names its own collections; an unknown one is 404, a word 400',
    async hold(server, { projectId }) {
      const answer = await ask(server, `projects/${projectId}`);
      const { resources } = z.parse(projectSchema, answer.body);
      expect(resources.map(({ uri }) => uri)).toContain(`projects/${projectId}/trackers`);
      expectError(await ask(server, `projects/${UNKNOWN}`), 404);
      expectError(await ask(server, 'projects/abc'), 400);
    },
  },
  {
    says: 'user groups and repositories of a project can be listed',
    async hold(server, { projectId }) {
      const groups = await ask(server, `projects/${projectId}/user_groups`);
      const ids = z.parse(projectUserGroupsSchema, groups.body).map(({ id }) => id);
      expect(ids).toContain(`${projectId}_3`);
      const repositories = await ask(server, `projects/${projectId}/svn?limit=50`);
      // 404 where the plugin is off.
      if (repositories.status !== 404) z.parse(projectRepositoriesSchema, repositories.body);
    },
  },
  {
    says: 'trackers of a project, short and full, at most 50 a page',
    async hold(server, { projectId }) {
      for (const representation of ['minimal', 'full']) {
        const path = `projects/${projectId}/trackers?limit=50&representation=${representation}`;
        const answer = await ask(server, path);
        expectPage(answer, '50');
        z.parse(projectTrackersSchema, answer.body);
        if (representation === 'full') z.parse(z.array(trackerSchema), answer.body);
      }
      expectError(await ask(server, `projects/${projectId}/trackers?limit=51`), 400);
    },
  },
];

const trackers: readonly Assertion[] = [
  {
    says: 'a tracker has fields and a layout; an unknown one is 404',
    async hold(server, { trackerId }) {
      const answer = await ask(server, `trackers/${trackerId}`);
      const { fields, structure } = z.parse(trackerSchema, answer.body);
      expect(fields.length).toBeGreaterThan(0);
      expect(structure.length).toBeGreaterThan(0);
      expectError(await ask(server, `trackers/${UNKNOWN}`), 404);
    },
  },
  {
    says: 'artifacts of a tracker: 1 to 1,000 a page, values only when asked',
    async hold(server, { trackerId }) {
      const path = `trackers/${trackerId}/artifacts`;
      const bare = await ask(server, `${path}?limit=1`);
      expectPage(bare, '1000');
      expect(z.parse(trackerArtifactsSchema, bare.body)[0]?.values).toBeNull();
      const whole = await ask(server, `${path}?limit=1&values=all`);
      expect(z.parse(trackerArtifactsSchema, whole.body)[0]?.values).not.toBeNull();
      expectError(await ask(server, `${path}?limit=1001`), 400);
      expectError(await ask(server, `${path}?limit=0`), 400);
      expect((await ask(server, `${path}?limit=1&offset=${bare.size}`)).body).toEqual([]);
    },
  },
  {
    says: 'a query that cannot be read is refused in the server’s own words',
    async hold(server, { trackerId }) {
      for (const query of [
        'expert_query=nonsense',
        `expert_query=${encodeURIComponent("no_such_field_here = 'x'")}`,
        `query=${encodeURIComponent('{"title":')}`,
        `query=${json({ no_such_field_here: 'x' })}`,
      ]) {
        expectError(await ask(server, `trackers/${trackerId}/artifacts?limit=1&${query}`), 400);
      }
    },
  },
];

const artifacts: readonly Assertion[] = [
  {
    says: 'the ETag of an artifact is the bare second of its Last-Modified',
    async hold(server, { artifactId }) {
      const { status, headers, body } = await ask(server, `artifacts/${artifactId}`);
      expect(status).toBe(200);
      z.parse(artifactSchema, body);
      const seconds = Date.parse(headers.get('last-modified') ?? '') / 1000;
      expect(headers.get('last-modified')).toMatch(/ GMT$/);
      // A compressing proxy may drop an unquoted ETag (reliability M3).
      expect([String(seconds), null]).toContain(headers.get('etag'));
    },
  },
  {
    says: 'an artifact comes with its full tracker when that is asked; an unknown one is 404',
    async hold(server, { artifactId, trackerId }) {
      const path = `artifacts/${artifactId}?values_format=collection&tracker_structure_format=complete`;
      const { tracker } = z.parse(artifactSchema, (await ask(server, path)).body);
      expect(z.parse(trackerSchema, tracker).id).toBe(trackerId);
      expectError(await ask(server, `artifacts/${UNKNOWN}`), 404);
      expectError(await ask(server, `artifacts/${artifactId}?values_format=nothing`), 400);
    },
  },
  {
    says: 'changesets are cut from the oldest end, also in descending order',
    async hold(server, { artifactId }) {
      const path = `artifacts/${artifactId}/changesets`;
      const all = await ask(server, `${path}?limit=50&fields=all`);
      expectPage(all, '50');
      const ids = z.parse(changesetsSchema, all.body).map(({ id }) => id);
      const reversed = await ask(server, `${path}?limit=50&fields=all&order=desc`);
      expect(z.parse(changesetsSchema, reversed.body).map(({ id }) => id)).toEqual(
        ids.toReversed(),
      );
      const oldest = await ask(server, `${path}?limit=1&fields=all&order=desc`);
      expect(z.parse(changesetsSchema, oldest.body).map(({ id }) => id)).toEqual(ids.slice(0, 1));
      expectError(await ask(server, `${path}?limit=51`), 400);
      expectError(await ask(server, `${path}?limit=0`), 400);
    },
  },
];

const newProjects: readonly Assertion[] = [
  {
    says: 'a dry run of a new project tells every problem at once and makes nothing; a person is found by a part of the name',
    async hold(server) {
      const body = { shortname: 'x', label: 'y', is_public: false, xml_template_name: 'empty' };
      const answer = await ask(server, 'projects?dry_run=true', { method: 'POST', body });
      expectError(answer, 400);
      expect(JSON.stringify(answer.body)).toMatch(/shortname.*fullname/);
      const { real_name: name } = z.parse(selfSchema, (await ask(server, 'users/self')).body);
      const found = await ask(server, `users?limit=50&query=${encodeURIComponent(name)}`);
      expect(z.parse(usersSchema, found.body).map(({ real_name }) => real_name)).toContain(name);
      expectError(await ask(server, 'users?query=ab'), 400);
      expectError(await ask(server, `svn/${UNKNOWN}`), 404);
    },
  },
];

/** Promises that can be checked without changing anything. */
export const reads: readonly Assertion[] = [
  ...people,
  ...projects,
  ...newProjects,
  ...trackers,
  ...artifacts,
];
