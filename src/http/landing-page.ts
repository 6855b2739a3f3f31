import { readFileSync } from 'node:fs';

const EXAMPLES: readonly (readonly [string, string])[] = [
  ['two-scores', 'Who relates most, and how loud are they?'],
  ['explain-person', 'Why does somebody have this score?'],
  ['longest-conversations', 'Which conversations went deepest?'],
];

const HOST = /^(\[[0-9a-f:.]+\]|\w[\w.-]*)(:\d+)?$/i;

/**
 * The first page until there is an explorer: what this is, where the API is, three queries to copy. Plain HTML, nothing from elsewhere. The command
 * to copy asks the `host` that was asked for the page; where that is no name of a host, this machine at `port`.
 */
export function createLandingPage(): (host: string | undefined, port: number | undefined) => string {
  const examples = EXAMPLES.map(
    ([name, question]) => `<h3>${escapeHtml(question)}</h3>\n<pre>${escapeHtml(readOperation(name))}</pre>`,
  ).join('\n');
  return (host = '', port = 4_000) => pageOf(examples, HOST.test(host) ? host : `localhost:${port}`);
}

function pageOf(examples: string, host: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Rapport</title>
<style>
  :root { color-scheme: light dark; }
  body { font: 16px/1.55 system-ui, sans-serif; max-width: 46rem; margin: 3rem auto; padding: 0 1rem; }
  pre { padding: 1rem; overflow-x: auto; border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: 6px; font-size: 14px; }
  h1 { margin-bottom: 0; } p.lead { font-size: 1.15rem; margin-top: .3rem; }
</style>
<h1>Rapport</h1>
<p class="lead">Is somebody’s influence a broadcast, or a relationship?</p>
<p>Two scores on two axes, never merged: <b>broadcast</b> is the response to what somebody posts, <b>relational</b> is how they relate to
others. Every number leads back to the people behind it.</p>
<p>The API is GraphQL at <a href="/graphql"><code>/graphql</code></a> (POST); its description is <a href="/schema.graphql"><code>/schema.graphql</code></a>;
health is at <a href="/readyz"><code>/readyz</code></a>.</p>
<h2>Three queries to copy</h2>
${examples}
<h3>From a shell</h3>
<pre>curl -s '${escapeHtml(host)}/graphql' -H 'content-type: application/json' \\
  -d '{"query":"{ ranking(metric: RELATIONAL, first: 5) { nodes { personId scores { relational broadcast } } } }"}'</pre>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character]!,
  );
}

/** The operations shown to newcomers, from the files that the tests run. */
function readOperation(name: string): string {
  return readFileSync(new URL(`../../schema/operations/${name}.graphql`, import.meta.url), 'utf8').trim();
}
