/** `npm run permissions`: who may make which call and hear which event, as Markdown, from the table the dispatcher enforces. */
import { contract } from '../shared/contract/index.ts'
import { entries } from '../shared/contract/kit.ts'
import { levels, permits, type Caller, type Level } from '../shared/domain/access.ts'

type Who = Pick<Caller, 'scopes' | 'level' | 'liveDds' | 'person'>
const nobody: Who = { scopes: [], level: 0, liveDds: false, person: null }
const person = { memberId: 'self', name: 'Self' }

const columns: readonly (readonly [title: string, who: Who])[] = [
  ['display', { ...nobody, scopes: ['display'] }],
  ['station', { ...nobody, scopes: ['display', 'device'] }],
  ...(Object.keys(levels) as Level[]).map((name): [string, Who] => [`${levels[name]} ${name}`, { ...nobody, level: levels[name], person: { ...person, memberId: 'another' } }]),
  ['live DDS', { ...nobody, level: levels.basic, person: { ...person, memberId: 'another' }, liveDds: true }],
  ['oneself', { ...nobody, level: levels.basic, person }],
]

/** The whole table. Calls first, then events; ✓ = may. */
export function permissionsMarkdown(): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const table = (kind: 'call' | 'event'): string[] => [
    line([kind === 'call' ? 'Call' : 'Event', 'needs', ...columns.map(([title]) => title)]),
    line(['---', '---', ...columns.map(() => ':-:')]),
    ...entries(contract).flatMap(([name, definition]) => (definition.kind === kind ? [line([`\`${name}\``, definition.needs, ...columns.map(([, who]) => (permits(definition.needs, who, 'self') ? '✓' : ''))])] : [])),
  ]
  return [
    '# Who may do what',
    '',
    'Printed by `npm run permissions` from the contract and `shared/domain/access.ts`; a test fails when this page is not what that command prints.',
    '',
    '- **display**: a wall display. **station**: a desk, kiosk or reader while nobody is signed in. Levels 1 to 6: the signed-in person, at whatever window; a desk window has both columns.',
    '- **live DDS**: whoever is DDS at this moment, whatever their level. **oneself**: a person of level 1, for the call’s own `memberId`.',
    '- Nobody is signed in when Sentinel starts; a locked desk is a station again. There is no built-in account and no default PIN.',
    '- `dev.*` answers only where Sentinel was started with `--dev`, which an installed Sentinel refuses.',
    '',
    ...table('call'),
    '',
    ...table('event'),
    '',
  ].join('\n')
}

if (import.meta.main) process.stdout.write(permissionsMarkdown())
