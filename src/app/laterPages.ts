/*
 * Pages that are nobody's first. What a page needs stands, as a list of files to fetch beforehand, in the script that names
 * it: through this file those lists stay out of the first script, for one short fetch more when such a page is opened.
 */

export const blueprint = () => import('~/blueprint/BlueprintPage');
export const blueprintArtifacts = () => import('~/blueprint/BlueprintArtifactsPage');
