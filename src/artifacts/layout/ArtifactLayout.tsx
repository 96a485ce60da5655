import { ChevronDown } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import type { StructureNode, Workflow } from '~/api/trackers';
import type { FieldReadings } from '~/fields/readField';
import { hasValue } from '~/fields/registry';
import { joinWords } from '~/lib/words/joinWords';
import type { Draft } from '~/saving/draft/draft';
import type { DraftBase } from '~/saving/draft/draftState';
import { type FieldError, FieldRow } from './FieldRow';
import { inTwo } from './inTwo';
import { byState, type LayoutNode, layoutOf, unplacedFields } from './layout';
import { StaticElement } from './StaticElement';
import type { WhyNot } from './whyNot';
import './layout.css';

export interface FormState {
  draft: Draft<DraftBase>;
  readings: FieldReadings;
  isEditing: boolean;
  errors: ReadonlyMap<number, FieldError>;
  workflow: Workflow | null;
  isLocked: boolean;
  /** Why fields stay closed while others are edited. */
  whyNot?: WhyNot;
}

interface NodesProps {
  nodes: readonly LayoutNode[];
  form: FormState;
}

function isColumn({ field }: LayoutNode): boolean {
  return field.type === 'column';
}

/** Neighbouring columns stand side by side; what is between them goes over the whole width. */
function inRuns(nodes: readonly LayoutNode[]): LayoutNode[][] {
  const runs: LayoutNode[][] = [];
  for (const node of nodes) {
    const last = runs.at(-1);
    if (last?.[0] && isColumn(last[0]) === isColumn(node)) last.push(node);
    else runs.push([node]);
  }
  return runs;
}

function Fieldset({ node, form }: { node: LayoutNode; form: FormState }) {
  const { field, content } = node;
  return (
    <details className="artifact-fieldset" open={!field.collapsed || field.is_hidden === true}>
      <summary>
        <h2 className="artifact-heading">{field.label}</h2>
        <ChevronDown size={16} strokeWidth={1.75} aria-hidden="true" className="artifact-fold" />
      </summary>
      <Nodes nodes={content} form={form} />
    </details>
  );
}

function Place({ node, form }: { node: LayoutNode; form: FormState }) {
  const { field, content } = node;
  if (field.type === 'fieldset') return <Fieldset node={node} form={form} />;
  if (isColumn(node)) return <Nodes nodes={content} form={form} />;
  const reading = form.readings.get(field.field_id);
  if (!reading || !hasValue(field.type)) return <StaticElement element={field} />;
  return (
    <FieldRow
      draft={form.draft}
      reading={reading}
      isEditing={form.isEditing}
      error={form.errors.get(field.field_id)}
      workflow={form.workflow}
      isLocked={form.isLocked}
      whyNot={form.whyNot?.get(field.field_id)}
    />
  );
}

function Nodes({ nodes, form }: NodesProps) {
  return inRuns(nodes).map((run) => {
    const [first] = run;
    if (!first) return null;
    const places = run.map((node) => <Place key={node.field.field_id} node={node} form={form} />);
    if (!isColumn(first)) {
      return (
        <div className="artifact-run" key={first.field.field_id}>
          {places}
        </div>
      );
    }
    return (
      <div className="artifact-columns" key={first.field.field_id}>
        {run.map((node, index) => (
          <div className="artifact-column" key={node.field.field_id}>
            {places[index]}
          </div>
        ))}
      </div>
    );
  });
}

/** Fieldsets that the workflow hides now: out of the way, but what is in them is not lost. */
function Hidden({ nodes, form }: NodesProps) {
  if (nodes.length === 0) return null;
  const names = joinWords(nodes.map(({ field }) => field.label));
  return (
    <details className="artifact-hidden">
      <summary className="meta soft">Hidden by the workflow at this status: {names}</summary>
      <Nodes nodes={nodes} form={form} />
    </details>
  );
}

interface ArtifactLayoutProps {
  structure: readonly StructureNode[];
  form: FormState;
  /** Below the fields. */
  children?: ReactNode;
}

/**
 * All fields of an artifact in the places the tracker gives them; those without a place come last. Where there is room,
 * fieldsets of short facts stand beside the texts before them.
 */
export function ArtifactLayout({ structure, form, children }: ArtifactLayoutProps) {
  const { fields } = form.draft.state().base;
  const { main, facts, hidden } = useMemo(() => {
    const places = byState(layoutOf(structure, fields));
    return { ...inTwo(places.shown), hidden: places.hidden };
  }, [structure, fields]);
  const unplaced = unplacedFields(structure, fields).filter(({ type }) => hasValue(type));
  return (
    <div className="artifact-layout">
      <div className="artifact-parts">
        <div className="artifact-part">
          <Nodes nodes={main} form={form} />
        </div>
        {facts.length === 0 ? null : (
          <div className="artifact-part artifact-facts">
            <Nodes nodes={facts} form={form} />
          </div>
        )}
        <div className="artifact-part">
          <Hidden nodes={hidden} form={form} />
          {unplaced.length === 0 ? null : (
            <section className="artifact-fieldset" aria-label="Fields without a place">
              <h2 className="artifact-heading">Fields without a place in this tracker’s layout</h2>
              <Nodes nodes={unplaced.map((field) => ({ field, content: [] }))} form={form} />
            </section>
          )}
          {children}
        </div>
      </div>
    </div>
  );
}
