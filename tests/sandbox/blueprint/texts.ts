/** Believable requirements of an airline's booking, as people write them. */

export const areas = [
  'Booking',
  'Check-in',
  'Baggage',
  'Seat map',
  'Payment',
  'Loyalty',
  'Disruptions',
  'Reports',
] as const;

export const requirements = [
  'The fare rules are shown before the passenger pays',
  'A booking can be held for 24 hours without payment',
  'The name on the ticket is checked against the passport',
  'The passenger can change the seat until 60 minutes before departure',
  'A child under 12 is never seated alone',
  'The boarding pass works without a network',
  'A bag that misses its connection is announced within 20 minutes',
  'Overweight is paid by card at the counter or in the app',
  'A special meal is confirmed by the caterer',
  'Points are credited within 48 hours of the flight',
  'A cancelled flight offers three alternatives',
  'The refund goes to the card that paid',
  'A wheelchair request reaches every station of the journey',
  'The passenger list is sent to the authorities 30 minutes after closing',
  'The price includes every tax from the first page on',
  'Agents see why a booking was refused',
] as const;

export const useCases = [
  'Book a return flight',
  'Change a booking',
  'Check in a group',
  'Trace a missing bag',
  'Pay by instalments',
  'Redeem points',
  'Rebook after a cancellation',
  'Print the load report',
] as const;

export const actors = ['Passenger', 'Gate agent', 'Ticket office', 'Baggage handler'] as const;

export const screens = [
  'Search mask',
  'Passenger form',
  'Seat picker',
  'Payment page',
  'Boarding pass',
] as const;

export const documents = [
  'Conditions of carriage',
  'Station manual',
  'Data protection note',
] as const;

export const remarks = [
  'Agreed with the station managers.',
  'Legal asks for the wording of the regulation, please quote it.',
  'Which card schemes does this mean?',
  'Tested in Lisbon last week, two agents did not find the button.',
  'This clashes with the rule for groups, see the trace.',
] as const;

export const fileNames = [
  'fare_rules_2026.txt',
  'seat_map_A320.svg',
  'interview_gate_agents.txt',
  'load_report_sample.csv',
  'regulation_261_2004.pdf',
] as const;

export const releases = ['3.0', '3.1', '3.2'] as const;
export const priorities = ['High', 'Medium', 'Low'] as const;
