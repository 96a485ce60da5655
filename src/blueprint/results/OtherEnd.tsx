import { Link } from 'react-router-dom';
import type { BlueprintTrace } from '~/api/blueprint/artifactSchema';
import { paths } from '~/paths';
import { leadsToProject, otherEnd } from './traces';

interface OtherEndProps {
  trace: BlueprintTrace;
  /** Where an artifact that is already here is shown; undefined when it is not. */
  hrefOf(artifactId: number): string | undefined;
}

/** Where a trace leads: to the artifact in this list, else to a list of its own, in whatever project it is. */
export function OtherEnd({ trace, hrefOf }: OtherEndProps) {
  const { ArtifactId: id, ProjectId: project } = trace;
  const text = otherEnd(trace);
  const to = leadsToProject(trace)
    ? paths.blueprintArtifacts(project)
    : (hrefOf(id) ??
      paths.blueprintArtifacts(project, {
        traces: 'All',
        filter: `artifact-id eq '${id}'`,
        artifact: id,
      }));
  return (
    <Link to={to} className="clip">
      {text}
    </Link>
  );
}
