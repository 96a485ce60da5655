import { useState } from 'react';
import type { Connection } from '~/api/session';
import { CopyButton } from '~/ui/button/CopyButton';
import { Segments } from '~/ui/form/Segments';
import type { Topic } from '../check';
import type { Examined } from '../examine';
import { textOf } from '../proxies/recipe';
import { originBehind, recipes } from '../proxies/recipes';

function topicsOf(lines: readonly Examined[]): Set<Topic> {
  return new Set(
    lines.flatMap(({ finding }) =>
      (finding?.level === 'amber' || finding?.level === 'red') && finding.topic
        ? [finding.topic]
        : [],
    ),
  );
}

/** The text of a proxy for this server, ready to copy; what mends the findings is marked. */
export function ProxyText({
  connection,
  lines,
}: {
  connection: Connection;
  lines: readonly Examined[];
}) {
  const [chosen, setChosen] = useState('nginx');
  const recipe = recipes.find(({ id }) => id === chosen) ?? recipes[0];
  if (!recipe) return null;
  const origin = originBehind(connection);
  const topics = topicsOf(lines);
  const text = recipe.lines(origin);
  const mends = (topic: Topic | undefined) => topic !== undefined && topics.has(topic);
  const isMarked = text.some(({ topic }) => mends(topic));
  return (
    <section aria-labelledby="proxy-text">
      <div className="doctor-proxy-head">
        <h2 id="proxy-text">Proxy text</h2>
        <Segments
          label="Proxy"
          size="small"
          value={recipe.id}
          onChange={setChosen}
          segments={recipes.map(({ id, label }) => ({ value: id, label }))}
        />
      </div>
      <p className="soft">
        {isMarked
          ? 'The marked lines mend what was found.'
          : topics.has('all')
            ? 'With it Parterre and Tuleap share one address, and the whole check of saves works.'
            : 'For a server of your own: with it everything above works.'}
      </p>
      <section className="doctor-code" aria-label={`${recipe.label} text`}>
        <ol>
          {text.map(({ text: line, topic }, index) => (
            // The lines of one text keep their places.
            <li key={String(index)} className={mends(topic) ? 'doctor-mends' : undefined}>
              <code>{line}</code>
            </li>
          ))}
        </ol>
      </section>
      <div className="doctor-proxy-foot">
        <CopyButton size="normal" text={textOf(recipe, origin)}>
          Copy
        </CopyButton>
      </div>
    </section>
  );
}
