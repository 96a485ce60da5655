import { expect, test } from 'vitest';
import type { Project } from '~/api/projects';
import { growth } from '../../tests/fixtures/growth';
import { searchable, searchProjects } from './searchProjects';

function project(id: number, label: string, shortname: string): Project {
  return {
    id,
    uri: `projects/${id}`,
    label,
    label_without_icon: label,
    shortname,
    status: 'active',
    access: 'private',
    is_template: false,
    resources: [],
    is_member_of: true,
    description: '',
    additional_fields: [],
    icon: '',
  };
}

const projects = searchable([
  project(122, 'Acme', 'acme'),
  project(140, 'Acme mobile', 'acme-mobile'),
  project(163, 'Kundendatenbänke', 'kdb-migration'),
  project(212, 'Build 140', 'build'),
]);
const ids = (typed: string) => searchProjects(projects, typed).map(({ id }) => id);

test('P1: every word counts, in the label or the short name, whatever its case and accents', () => {
  expect(ids('')).toEqual([122, 140, 163, 212]);
  expect(ids('ACME')).toEqual([122, 140]);
  expect(ids('mob acme')).toEqual([140]);
  expect(ids('datenbanke')).toEqual([163]);
  expect(ids('migration')).toEqual([163]);
  expect(ids('nothing')).toEqual([]);
});

test('P1: a number finds the project with that id and names that hold it', () => {
  expect(ids('140')).toEqual([140, 212]);
  expect(ids('#12')).toEqual([122]);
  expect(ids('12')).toEqual([122]);
});

test('P1: a search takes no longer than there are projects', () => {
  const many = (size: number) =>
    searchable(
      Array.from({ length: size }, (_, index) =>
        project(index, `Projekt über Nummer ${index}`, `projekt-${index}`),
      ),
    );
  expect(searchProjects(many(500), 'uber 49')).toHaveLength(15);
  const grown = growth({ small: 200, large: 12_800 }, (size) => {
    const projects = many(size);
    return () => void searchProjects(projects, 'uber 49');
  });

  expect(grown).toBeLessThan(16);
});
