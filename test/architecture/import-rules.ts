import type { IForbiddenRuleType } from 'dependency-cruiser';

/** Layers and what each may import besides itself, node built-ins and type-only packages; the table of docs/architecture.md. */
const LAYERS: Readonly<Record<string, { readonly layers: readonly string[]; readonly packages: readonly string[] }>> = {
  domain: { layers: [], packages: ['zod'] },
  scoring: { layers: ['domain'], packages: [] },
  society: { layers: ['domain'], packages: [] },
  ingest: { layers: ['domain', 'errors.ts'], packages: ['zod', 'csv-parse', 'yaml'] },
  neo4j: { layers: ['errors.ts', 'log.ts'], packages: ['neo4j-driver'] },
  store: { layers: ['domain', 'neo4j', 'errors.ts'], packages: [] },
  service: { layers: ['domain', 'scoring', 'ingest', 'errors.ts', 'log.ts'], packages: [] },
  graphql: {
    layers: ['domain', 'store', 'service', 'errors.ts', 'log.ts'],
    packages: ['type-graphql', 'graphql', 'graphql-scalars', 'dataloader', 'reflect-metadata'],
  },
  http: {
    layers: ['graphql', 'service', 'errors.ts', 'log.ts'],
    packages: ['fastify', '@apollo/server', '@as-integrations/fastify', 'graphql'],
  },
  cli: {
    layers: ['app.ts', 'operations.ts', 'config.ts', 'errors.ts', 'log.ts', 'service', 'society', 'domain'],
    packages: ['commander', 'cli-progress', 'picocolors', 'yaml', 'csv-stringify'],
  },
};

function layerRule(layer: string): IForbiddenRuleType {
  const { layers } = LAYERS[layer]!;
  const allowed = [`src/${layer}/`, ...layers.map((name) => (name.endsWith('.ts') ? `src/${name}` : `src/${name}/`))];
  return {
    name: `${layer}-imports`,
    severity: 'error',
    from: { path: `^src/${layer}/` },
    to: { path: '^src/', pathNot: `^(${allowed.map(literal).join('|')})` },
  };
}

function packageRule(layer: string): IForbiddenRuleType {
  const { packages } = LAYERS[layer]!;
  const pathNot = packages.length === 0 ? '^$' : `node_modules/(${packages.map(literal).join('|')})/`;
  return {
    name: `${layer}-packages`,
    severity: 'error',
    from: { path: `^src/${layer}/` },
    to: { path: 'node_modules/', pathNot },
  };
}

function literal(text: string): string {
  return text.replace(/[.\\/]/g, '\\$&');
}

const noCycles: IForbiddenRuleType = {
  name: 'no-cycles',
  severity: 'error',
  from: { path: '^src/' },
  to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
};

export const IMPORT_RULES: readonly IForbiddenRuleType[] = [
  ...Object.keys(LAYERS).flatMap((layer) => [
    layer === 'service' ? serviceRule() : layerRule(layer),
    packageRule(layer),
  ]),
  noCycles,
];

function serviceRule(): IForbiddenRuleType {
  const rule = layerRule('service');
  return {
    ...rule,
    to: { path: '^src/', pathNot: `^src/(service|store|${LAYERS['service']!.layers.map(literal).join('|')})` },
  } as IForbiddenRuleType;
}

/** One violation per rule: a file that must not be, and what it says. */
export const PLANTED: readonly { readonly rule: string; readonly layer: string; readonly text: string }[] = [
  { rule: 'domain-imports', layer: 'domain', text: "import '../errors.js';" },
  { rule: 'domain-packages', layer: 'domain', text: "import 'pino';" },
  { rule: 'scoring-imports', layer: 'scoring', text: "import '../store/person-store.js';" },
  { rule: 'scoring-packages', layer: 'scoring', text: "import 'zod';" },
  { rule: 'society-imports', layer: 'society', text: "import '../errors.js';" },
  { rule: 'society-packages', layer: 'society', text: "import 'zod';" },
  { rule: 'ingest-imports', layer: 'ingest', text: "import '../store/person-store.js';" },
  { rule: 'ingest-packages', layer: 'ingest', text: "import 'neo4j-driver';" },
  { rule: 'neo4j-imports', layer: 'neo4j', text: "import '../domain/person.js';" },
  { rule: 'neo4j-packages', layer: 'neo4j', text: "import 'pino';" },
  { rule: 'store-imports', layer: 'store', text: "import '../scoring/ranking.js';" },
  { rule: 'store-packages', layer: 'store', text: "import 'neo4j-driver';" },
  { rule: 'service-imports', layer: 'service', text: "import '../neo4j/database.js';" },
  { rule: 'service-packages', layer: 'service', text: "import 'fastify';" },
  { rule: 'graphql-imports', layer: 'graphql', text: "import '../neo4j/database.js';" },
  { rule: 'graphql-packages', layer: 'graphql', text: "import 'fastify';" },
  { rule: 'http-imports', layer: 'http', text: "import '../store/person-store.js';" },
  { rule: 'http-packages', layer: 'http', text: "import 'type-graphql';" },
  { rule: 'cli-imports', layer: 'cli', text: "import '../neo4j/database.js';" },
  { rule: 'cli-packages', layer: 'cli', text: "import 'neo4j-driver';" },
  { rule: 'no-cycles', layer: 'domain', text: "import './planted-no-cycles-back.js';" },
];
