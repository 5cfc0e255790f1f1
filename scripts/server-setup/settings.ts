import type { ServerClient } from './client.ts';
import type { Step } from './report.ts';

type Setting = { readonly path: string; readonly wanted: (current: string | undefined) => string };

const METHODS = ['GET', 'PUT', 'POST', 'HEAD', 'DELETE'];
const HEADERS = ['accept', 'authorization', 'content-type', 'origin', 'referer', 'if-match'];

/** The server's own settings: CORS for the app's origin, and identifiers that tell a page the server's time. */
export async function setUpServer(client: ServerClient, origins: readonly string[]): Promise<readonly Step[]> {
  const settings: readonly Setting[] = [
    { path: 'chttpd/enable_cors', wanted: () => 'true' },
    { path: 'cors/origins', wanted: (current) => (current?.trim() === '*' ? '*' : added(current, origins)) },
    { path: 'cors/credentials', wanted: () => 'true' },
    { path: 'cors/methods', wanted: (current) => added(current, METHODS) },
    { path: 'cors/headers', wanted: (current) => added(current, HEADERS) },
    // CouchDB shows pages no `Date` header; these begin with the microseconds of its clock.
    { path: 'uuids/algorithm', wanted: () => 'utc_random' },
  ];
  const steps: Step[] = [];
  for (const node of await nodesOf(client))
    for (const setting of settings) steps.push(await setUp(client, node, setting));
  return steps;
}

async function nodesOf(client: ServerClient): Promise<readonly string[]> {
  const { status, body } = await client.request('GET', '/_membership');
  const nodes = (body as { cluster_nodes?: readonly string[] } | undefined)?.cluster_nodes ?? [];
  return status === 200 && nodes.length > 1 ? nodes : ['_local'];
}

async function setUp(client: ServerClient, node: string, { path, wanted }: Setting): Promise<Step> {
  const url = `/_node/${node}/_config/${path}`;
  const name = node === '_local' ? path : `${node} ${path}`;
  const answer = await client.request('GET', url);
  if (answer.status !== 200 && answer.status !== 404) return { what: 'setting', name, did: 'unsupported' };
  const current = typeof answer.body === 'string' ? answer.body : undefined;
  const value = wanted(current);
  if (current === value) return { what: 'setting', name, did: 'unchanged' };
  const written = await client.request('PUT', url, value);
  return { what: 'setting', name, did: written.status === 200 ? 'changed' : 'unsupported' };
}

function added(current: string | undefined, wanted: readonly string[]): string {
  const parts = (current ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const missing = wanted.filter((part) => !parts.some((known) => known.toLowerCase() === part.toLowerCase()));
  return missing.length === 0 && current !== undefined ? current : [...parts, ...missing].join(', ');
}
