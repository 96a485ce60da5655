import type { FlagName, TraceKind } from '~/api/blueprint/artifactsRequest';

/** What each yes-or-no parameter asks for, and what it costs. */
export const switches: readonly { name: FlagName; label: string; cost: string }[] = [
  { name: 'properties', label: 'Properties', cost: 'every value; the largest part of an answer' },
  { name: 'status', label: 'Status', cost: 'locked or not; small' },
  { name: 'comments', label: 'Comments', cost: 'their texts' },
  { name: 'attachments', label: 'Attachments', cost: 'names, not the files; small' },
  { name: 'richtextasplain', label: 'Rich text as plain text', cost: 'makes properties smaller' },
  { name: 'inlinecss', label: 'Inline CSS', cost: 'repeats the styles at every element' },
  { name: 'content', label: 'Content', cost: 'what is drawn or written; may be large' },
];

/** The kinds of traces in words. */
export const traceLabels: Record<TraceKind, string> = {
  None: 'None',
  All: 'All kinds',
  Parent: 'Parent',
  Child: 'Child',
  Manual: 'Manual',
  Reuse: 'Reuse',
  Other: 'Other',
};

/** Filters as the documentation prints them, to start from. */
export const examples: readonly { label: string; filter: string }[] = [
  { label: 'by type', filter: "artifact-type eq ('Use Case' or 'Actor')" },
  { label: 'by number', filter: "artifact-id eq ('1' or '2' or '3')" },
  { label: 'with attachments', filter: "artifact-HasAttachments eq 'true'" },
  { label: 'by date', filter: "property-'Last Edited On' gt '2026-01-01'" },
];
