/** The OpenAPI 3.1 document, derived from the contract: it cannot say anything else than the routes do. */
import { contract } from '../../shared/contract/index.ts'
import { isAtTheDeskOnly } from '../../shared/contract/key-rights.ts'
import { commonCodes, entries, type Call } from '../../shared/contract/kit.ts'
import { refusals } from '../../shared/i18n/refusals.ts'
import { capabilities } from '../../shared/i18n/capabilities.ts'
import { schemaOf } from '../http/describe-contract.ts'
import { statusOf } from './problems.ts'

export interface Route {
  /** Full name of the call. */
  readonly name: string
  readonly path: string
  readonly definition: Call
}

/** Every call that crosses the gateway, with its address. */
export const routes: readonly Route[] = entries(contract).flatMap(([name, definition]) => (definition.kind === 'call' && !isAtTheDeskOnly(name) ? [{ name, path: `/api/v1/${name.replace('.', '/')}`, definition }] : []))

const json = (schema: object) => ({ content: { 'application/json': { schema } } })
const problemRef = { $ref: '#/components/responses/Problem' }
const text = (description: string) => ({ description, content: { 'text/plain': { schema: { type: 'string' } } } })

function operationOf({ name, definition }: Route) {
  const { summary, needs, input, output, errors } = definition
  const said = errors.map((code) => `- \`${code}\` (${statusOf(code)}): ${refusals.en[code].message}`)
  return {
    operationId: name,
    tags: [name.slice(0, name.indexOf('.'))],
    summary,
    description: [`Needs \`${needs}\`.`, ...(said.length === 0 ? [] : ['It may refuse with:', said.join('\n')])].join('\n\n'),
    requestBody: { ...json(schemaOf(input)), required: false },
    responses: { 200: { description: 'Done.', ...json(schemaOf(output)) }, default: problemRef },
  }
}

const eventsOf = (): string =>
  entries(contract)
    .flatMap(([name, { kind, summary }]) => (kind === 'event' && !isAtTheDeskOnly(name) ? [`- \`${name}\`: ${summary}`] : []))
    .join('\n')

const session = {
  post: {
    operationId: 'session.open',
    tags: ['session'],
    summary: 'Signs a person in with badge and PIN, for this connection alone. It ends after 15 minutes without a call.',
    security: [],
    requestBody: { required: true, ...json({ type: 'object', properties: { serial: { type: 'string', minLength: 1, maxLength: 100 }, pin: { type: 'string', minLength: 1, maxLength: 64 } }, required: ['serial', 'pin'] }) },
    responses: { 200: { description: 'Signed in.', ...json({ type: 'object', properties: { token: { type: 'string' }, memberId: { type: 'string', format: 'uuid' }, displayName: { type: 'string' }, level: { type: 'integer' } }, required: ['token', 'memberId', 'displayName', 'level'] }) }, default: problemRef },
  },
  get: {
    operationId: 'session.look',
    tags: ['session'],
    summary: 'Whose key or session this is, and the calls and events it may use.',
    responses: { 200: { description: 'Known.', ...json({ type: 'object', properties: { kind: { enum: ['key', 'person'] }, name: { type: 'string' }, calls: { type: 'array', items: { type: 'string' } }, events: { type: 'array', items: { type: 'string' } } }, required: ['kind', 'name', 'calls', 'events'] }) }, default: problemRef },
  },
  delete: { operationId: 'session.close', tags: ['session'], summary: 'Ends the session.', responses: { 204: { description: 'Ended.' }, default: problemRef } },
}

const problemSchema = {
  type: 'object',
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: 'What happened.' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'How to fix it.' },
    code: { type: 'string', description: 'Stable: build on this, never on the words.' },
    details: { type: 'object' },
    requestId: { type: 'string', description: 'Stands in the desk’s log as well.' },
  },
  required: ['type', 'title', 'status', 'detail', 'code', 'requestId'],
}

/** The whole document as JSON. */
export function openApi(version: string) {
  const tags = [...new Set(routes.map(({ name }) => name.slice(0, name.indexOf('.'))))] as (keyof typeof capabilities.en.area)[]
  const paths = Object.fromEntries(routes.map((route) => [route.path, { post: operationOf(route) }]))
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'Sentinel Duty Desk',
      version,
      description: `Every call that the desk’s own windows make, for other programs. A call is a POST with a JSON object, an answer is JSON, a refusal is problem details (RFC 9457). Any call may refuse with ${commonCodes.filter((code) => code !== 'unreachable').map((code) => `\`${code}\` (${statusOf(code)})`).join(', ')}.`,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }],
    tags: [...tags.map((tag) => ({ name: tag, description: capabilities.en.area[tag] })), { name: 'session', description: 'Signing in' }, { name: 'events', description: 'What happens, as it happens' }, { name: 'probes', description: 'For those who watch over the desk' }],
    paths: {
      ...paths,
      '/api/v1/session': session,
      '/api/v1/events': {
        get: {
          operationId: 'events.listen',
          tags: ['events'],
          summary: 'A WebSocket with every event that the key or session may hear.',
          description: `Offer the subprotocols \`sentinel.v1\` and \`bearer.<key>\`, or send the Authorization header. Messages are JSON: \`{"type":"ready","cursor"}\`, \`{"type":"event","cursor","name","payload"}\`, \`{"type":"reload","cursor"}\` where what was missed is no longer kept. Give the last cursor as \`since\` to get what was missed.\n\n${eventsOf()}`,
          parameters: [{ name: 'since', in: 'query', schema: { type: 'string', maxLength: 64 }, description: 'The last cursor that was heard.' }],
          responses: { 101: { description: 'A WebSocket.' }, default: problemRef },
        },
      },
      '/live': { get: { operationId: 'live', tags: ['probes'], summary: 'Sentinel runs.', security: [], responses: { 200: text('It does.') } } },
      '/ready': { get: { operationId: 'ready', tags: ['probes'], summary: 'Sentinel runs and its database answers.', security: [], responses: { 200: text('It does.'), 503: text('The database does not answer.') } } },
      '/health': { get: { operationId: 'health', tags: ['probes'], summary: 'The state of the database, in a word.', security: [], responses: { 200: { description: 'All is well.', ...json({ type: 'object' }) }, 503: { description: 'The database does not answer.', ...json({ type: 'object' }) } } } },
      '/metrics': { get: { operationId: 'metrics', tags: ['probes'], summary: 'Figures for Prometheus, with a key of the scope `metrics`. No personal data.', responses: { 200: text('The text format of Prometheus.'), default: problemRef } } },
    },
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', description: 'A device’s key (`sdk_…`), or the token of a session (`sds_…`).' } },
      schemas: { Problem: problemSchema },
      responses: { Problem: { description: 'Refused: what happened and how to fix it.', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } } },
    },
  }
}
