/** Names of the sample world's projects: those of the pictures with fixed ids, and a company's worth around them. */

/** Who is in: `admin` and `member` are anna's own place, `others` means that she is not in it. */
export type Place = 'admin' | 'member' | 'trackerAdmin' | 'others';

export interface NamedProject {
  id: number;
  label: string;
  shortname: string;
  access: 'unrestricted' | 'public' | 'private' | 'private-wo-restr';
  place: Place;
  description: string;
  icon?: string;
}

function named(
  id: number,
  names: [label: string, shortname: string],
  facts: Pick<NamedProject, 'access' | 'place' | 'description' | 'icon'>,
): NamedProject {
  return { id, label: names[0], shortname: names[1], ...facts };
}

/** Anna's own projects (design/projects). */
export const ownProjects: readonly NamedProject[] = [
  named(122, ['Acme', 'acme'], {
    access: 'private',
    place: 'admin',
    description: 'Requirements, bugs and tasks of the export module, audited every spring.',
  }),
  named(131, ['Billing core', 'billing'], {
    access: 'private',
    place: 'admin',
    description: 'Invoices, dunning and the ledger interface.',
    icon: '🧾',
  }),
  named(104, ['Customer portal', 'portal'], {
    access: 'private-wo-restr',
    place: 'trackerAdmin',
    description: 'What customers see of their orders, contracts and devices.',
  }),
  named(167, ['Platform', 'platform'], {
    access: 'public',
    place: 'member',
    description: 'Shared services: identity, messaging, storage.',
    icon: '🛰️',
  }),
  named(140, ['Acme mobile', 'acme-mobile'], {
    access: 'private',
    place: 'admin',
    description: 'The export module on tablets, for the people in the depot.',
  }),
  named(168, ['Architecture board', 'arch-board'], {
    access: 'public',
    place: 'member',
    description: 'Decisions, with the reasons and what was rejected.',
  }),
  named(156, ['Audit 2027', 'audit-2027'], {
    access: 'private',
    place: 'trackerAdmin',
    description: 'Evidence and findings of the next certification.',
  }),
  named(161, ['Build and release', 'build'], {
    access: 'public',
    place: 'member',
    description: 'Pipelines, signing, release notes.',
    icon: '🚚',
  }),
  named(149, ['Data warehouse', 'dwh'], {
    access: 'private',
    place: 'member',
    description: 'Nightly loads and the reports of finance.',
  }),
  named(173, ['Design system', 'design'], {
    access: 'public',
    place: 'member',
    description: 'Components, words and colours of all our products.',
    icon: '🎨',
  }),
  named(118, ['Embedded gateway', 'gateway'], {
    access: 'private',
    place: 'admin',
    description: 'Firmware of the box between vehicle and cloud.',
  }),
  named(152, ['Field service', 'field-service'], {
    access: 'private',
    place: 'member',
    description: 'Visits, spare parts and the log of each device.',
  }),
  named(163, ['Kundendatenbankmigration Süddeutschland', 'kdb-migration'], {
    access: 'private-wo-restr',
    place: 'trackerAdmin',
    description: 'Umzug der Kundendaten aus dem alten System, Los 3.',
  }),
  named(145, ['Legal', 'legal'], {
    access: 'private',
    place: 'member',
    description: 'Contracts, licences and what the export office asks.',
  }),
  named(129, ['Payments', 'payments'], {
    access: 'private',
    place: 'admin',
    description: 'Card terminals and the clearing interface.',
  }),
  named(134, ['Quality', 'quality'], {
    access: 'public',
    place: 'trackerAdmin',
    description: 'Test plans, campaigns and findings across products.',
  }),
  named(112, ['Supplier exchange', 'supplier'], {
    access: 'private',
    place: 'member',
    description: 'Change requests that go to and come from our suppliers.',
  }),
  named(169, ['Training', 'training'], {
    access: 'public',
    place: 'member',
    description: 'Courses, exercises and who has passed what.',
  }),
];

const products: readonly [label: string, shortname: string][] = [
  ['Ticket machine', 'tm'],
  ['Onboard display', 'display'],
  ['Passenger counter', 'counter'],
  ['Depot charger', 'charger'],
  ['Signal controller', 'signal'],
  ['Driver tablet', 'tablet'],
  ['Fare engine', 'fare'],
  ['Journey planner', 'planner'],
  ['Access gate', 'gate'],
  ['Braking unit', 'brake'],
  ['Climate control', 'climate'],
  ['Door system', 'door'],
  ['Event recorder', 'recorder'],
  ['Track sensor', 'sensor'],
  ['Validator', 'validator'],
  ['Workshop planner', 'workshop'],
];

const parts: readonly [label: string, shortname: string, description: string][] = [
  ['', '', 'Requirements, change requests and releases of the product.'],
  ['firmware', 'fw', 'Code that runs on the device, and its updates.'],
  ['hardware', 'hw', 'Boards, housings and bills of materials.'],
  ['cloud', 'cloud', 'Services behind the device: telemetry, configuration, reports.'],
  ['tests', 'tests', 'Benches, campaigns and what they found.'],
  ['manuals', 'manuals', 'What operators, drivers and workshops read.'],
  ['safety case', 'safety', 'Hazards, measures and evidence for the assessor.'],
];

const open = ['public', 'public', 'unrestricted', 'public', 'public', 'unrestricted'] as const;

/** The products around: mostly public; every tenth is private, and two are private to unrestricted people. */
export const otherProjects: readonly Omit<NamedProject, 'id'>[] = products.flatMap(
  ([product, productName], row) =>
    parts.map(([part, partName, description], column): Omit<NamedProject, 'id'> => {
      const number = row * parts.length + column;
      const closed = number === 17 || number === 58 ? 'private-wo-restr' : 'private';
      const isClosed = closed === 'private-wo-restr' || number % 10 === 4;
      return {
        label: part === '' ? product : `${product} ${part}`,
        shortname: partName === '' ? productName : `${productName}-${partName}`,
        access: isClosed ? closed : (open[number % open.length] ?? 'public'),
        place: 'others',
        description,
      };
    }),
);
