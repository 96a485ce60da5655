// @vitest-environment happy-dom
import '../../tests/setupPage';
import { cleanup, render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { afterEach, describe, expect, test } from 'vitest';
import type { Field } from '~/api/trackers';
import { aField, aListField, aStaticValue, aUser, aUserValue } from '../../tests/fixtures/fields';
import { FieldCell } from './FieldCell';
import { FieldView } from './FieldView';
import { readField } from './readField';
import { contracts } from './registry';

afterEach(cleanup);

function reading(field: Field, facts?: object) {
  return readField(
    facts && { field_id: field.field_id, type: field.type, label: field.label, ...facts },
    field,
  );
}

function show(field: Field, facts?: object) {
  return render(
    <MemoryRouter>
      <FieldView reading={reading(field, facts)} />
    </MemoryRouter>,
  ).container;
}

function cell(field: Field, facts?: object) {
  return render(
    <MemoryRouter>
      <FieldCell reading={reading(field, facts)} />
    </MemoryRouter>,
  ).container;
}

test('E9: every type can be shown without a value, and leaves its cell empty', () => {
  for (const type of [...contracts.flatMap(({ types }) => types), 'plugin_matrix']) {
    expect(show(aField(type)).textContent, type).not.toContain('null');
    expect(cell(aField(type)), type).toBeEmptyDOMElement();
    cleanup();
  }
});

describe('values', () => {
  test('E1: a draft is shown instead of what was read', () => {
    const title = reading(aField('string'), { value: 'Pump' });
    render(<FieldView reading={title} value="Pumps" />);
    expect(screen.getByText('Pumps')).toBeInTheDocument();
  });

  test('Z8: text is rendered as the server rendered it, and made safe', async () => {
    const html =
      '<p>see <a href="/plugins/tracker/?aid=12">art #12</a></p><img src=x onerror=alert(1)>';
    const container = show(aField('text'), {
      value: html,
      format: 'html',
      post_processed_value: html,
    });
    const link = await screen.findByRole('link', { name: 'art #12' });
    expect(link).toHaveAttribute('href', '/artifacts/12');
    expect(container.querySelector('[onerror]')).toBeNull();
  });

  test('E4: a chosen value has its word beside its colour, a person a name', () => {
    const status = aListField('sb', [aStaticValue(101, 'Open', { value_color: 'acid-green' })]);
    const container = show(status, {
      values: [{ id: 101, label: 'Open', color: null, tlp_color: 'acid-green', is_hidden: false }],
      bind_value_ids: [101],
    });
    expect(screen.getByText('Open')).toBeInTheDocument();
    expect(container.querySelector('.dot')).toHaveAttribute('aria-hidden', 'true');
    cleanup();
    show(aListField('sb', [aUserValue(102, 'anna', 'Anna Arndt')]), {
      values: [aUser(102, 'anna', 'Anna Arndt')],
      bind_value_ids: [102],
    });
    expect(screen.getByText('Anna Arndt')).toBeInTheDocument();
  });

  test('L1: links stand under the words of their type and lead to our pages', () => {
    const tracker = { id: 5, uri: 'trackers/5', label: 'Tests', color: 'fiesta-red' };
    const field = aField('art_link', {
      allowed_types: [
        { shortname: '_covered_by', forward_label: 'is covered by', reverse_label: 'covers' },
      ],
    });
    show(field, {
      links: [{ id: 640, uri: 'artifacts/640', tracker, type: '_covered_by' }],
      reverse_links: [{ id: 7, uri: 'artifacts/7', tracker, type: null }],
    });
    expect(screen.getByText('is covered by')).toBeInTheDocument();
    expect(screen.getByText('is linked from')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '#640' })).toHaveAttribute('href', '/artifacts/640');
  });

  test('Z8: a reference leads to our page or to a web address, never to a script', () => {
    show(aField('cross'), {
      value: [
        {
          ref: 'art #1',
          url: 'https://t.example/goto?key=art&val=1&group_id=101',
          direction: 'out',
        },
        { ref: 'rev #3', url: 'https://t.example/goto?key=rev&val=3', direction: 'in' },
        { ref: 'evil #1', url: 'javascript:alert(1)', direction: 'in' },
      ],
    });
    expect(screen.getByRole('link', { name: 'art #1' })).toHaveAttribute('href', '/artifacts/1');
    expect(screen.getByRole('link', { name: 'rev #3' })).toHaveAttribute('rel', 'noreferrer');
    expect(screen.queryByRole('link', { name: 'evil #1' })).toBeNull();
    expect(screen.getByText('evil #1')).toBeInTheDocument();
  });

  test('E7: a computed field shows which number counts and what the automatic one would be', () => {
    show(aField('computed'), { is_autocomputed: false, value: 12, manual_value: 7.5 });
    expect(screen.getByText('7.5')).toBeInTheDocument();
    expect(screen.getByText('Set by hand')).toBeInTheDocument();
    expect(screen.getByText('automatic: 12')).toBeInTheDocument();
  });

  test('E9: the points of a chart are a table', () => {
    show(aField('burndown', { label: 'Burndown' }), {
      value: {
        start_date: '2026-11-18T00:00:00+01:00',
        duration: 10,
        capacity: 20,
        points: [20, 18],
        is_under_calculation: false,
        opening_days: [1, 2, 3, 4, 5],
        points_with_date: [
          { date: '2026-11-18T23:59:59+01:00', remaining_effort: 20 },
          { date: '2026-11-19T23:59:59+01:00', remaining_effort: 18 },
        ],
      },
    });
    const table = screen.getByRole('table', { name: 'Burndown' });
    expect(within(table).getAllByRole('row')).toHaveLength(3);
    expect(within(table).getByText('18')).toBeInTheDocument();
  });

  test('E8: without a restriction everybody who can see the tracker may see it', () => {
    show(aField('perm'), { granted_groups: [], granted_groups_ids: [] });
    expect(screen.getByText('Everybody who can see the tracker')).toBeInTheDocument();
  });

  test('E9: an unknown type is a card with what the server sent', () => {
    const container = show(aField('plugin_matrix'), { rows: [[1, 2]] });
    expect(screen.getByText(/does not know fields of type “plugin_matrix”/)).toBeInTheDocument();
    expect(container.querySelector('pre')).toHaveTextContent('"rows"');
  });

  test('A6: an unexpected shape says where it is unexpected', () => {
    show(aField('int'), { value: 'five' });
    expect(screen.getByText('value', { selector: 'code' })).toBeInTheDocument();
  });
});

describe('cells', () => {
  test('C3: a cell of several values names two and counts the rest', () => {
    const values = [1, 2, 3, 4].map((id) => aStaticValue(id, `V${id}`));
    const container = cell(aListField('msb', values), {
      values: values.map(({ id, label }) => ({
        id,
        label,
        color: null,
        tlp_color: null,
        is_hidden: false,
      })),
      bind_value_ids: [1, 2, 3, 4],
    });
    expect(container).toHaveTextContent('V1V2+2');
    expect(container.querySelector('[data-tooltip]')).toHaveAttribute(
      'data-tooltip',
      'V1, V2, V3, V4',
    );
  });

  test('C3: dates are near words with the exact day on hover, numbers stand at the right', () => {
    const container = cell(aField('date', { is_time_displayed: false }), {
      value: '2020-12-24T00:00:00+01:00',
      is_time_displayed: false,
    });
    expect(container.querySelector('time')).toHaveAttribute('datetime', '2020-12-24');
    expect(container.querySelector('time')).toHaveAttribute('data-tooltip');
    cleanup();
    expect(cell(aField('int'), { value: 5 }).querySelector('.cell-number')).toHaveTextContent('5');
  });

  test('C3: files are counted', () => {
    const file = {
      id: 1,
      submitted_by: 102,
      description: '',
      name: 'run.log',
      size: 5,
      type: 'text/plain',
      html_url: '/x',
      html_preview_url: null,
      uri: 'artifact_files/1',
    };
    expect(cell(aField('file'), { file_descriptions: [file] })).toHaveTextContent('1 file');
  });
});
