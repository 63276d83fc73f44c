/**
 * `npm run permissions`: who may make which call and hear which event, as Markdown, from the table the dispatcher
 * enforces. With `-- --write` it brings `docs/permissions.md` up to date.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { contract } from '../shared/contract/index.ts'
import { entries } from '../shared/contract/kit.ts'
import { areas, columns, mayColumn, type Column } from '../shared/contract/permissions.ts'
import { levels, type Need } from '../shared/domain/access.ts'
import { createTranslator } from '../shared/i18n/index.ts'

export const permissionsPage = join(import.meta.dirname, '..', 'docs', 'permissions.md')

const titles: Readonly<Partial<Record<Column, string>>> = { liveDds: 'live DDS' }
const titleOf = (column: Column): string => titles[column] ?? (column in levels ? `${levels[column as keyof typeof levels]} ${column}` : column)

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const heading = (first: readonly string[]): string[] => [line([...first, ...columns.map(titleOf)]), line([...first.map(() => '---'), ...columns.map(() => ':-:')])]
const ticks = (need: Need): string[] => columns.map((column) => (mayColumn(need, column) ? '✓' : ''))

function inWords(): string[] {
  const { t } = createTranslator('en')
  return areas.flatMap(({ area, capabilities }) => [line([`**${t(`capabilities:area.${area}`)}**`, ...columns.map(() => '')]), ...capabilities.map(({ key, need }) => line([t(`capabilities:can.${key}`), ...ticks(need)]))])
}

const table = (kind: 'call' | 'event'): string[] => [
  ...heading([kind === 'call' ? 'Call' : 'Event', 'needs']),
  ...entries(contract).flatMap(([name, definition]) => (definition.kind === kind ? [line([`\`${name}\``, definition.needs, ...ticks(definition.needs)])] : [])),
]

/** The whole page: in words, then call by call, then the events; ✓ = may. */
export const permissionsMarkdown = (): string =>
  [
    '# Who may do what',
    '',
    'Written by `npm run permissions -- --write` from the contract and `shared/domain/access.ts`, which the core enforces at every call. A test fails when this page is not what that command writes.',
    '',
    '- **display**: a wall display. **station**: a kiosk or reader. **desk**: the duty desk while nobody is signed in. Levels 1 to 6: the person who is signed in at the desk, with what the station itself may do.',
    '- **live DDS**: whoever is DDS at this moment, whatever their level. **oneself**: a person of level 1, for the call’s own `memberId`.',
    '- A call that needs `device` is a station’s: a person without one may not make it, whatever their level. One that needs `atDesk` is the duty desk’s alone.',
    '- Nobody is signed in when Sentinel starts; a locked desk is nobody’s again. There is no built-in account and no default PIN.',
    '- Who may hold the lockup follows from qualifications, not from the level.',
    '- `dev.*` answers only where Sentinel was started with `--dev`, which an installed Sentinel refuses.',
    '',
    '## In words',
    '',
    ...heading(['May']),
    ...inWords(),
    '',
    '## Call by call',
    '',
    ...table('call'),
    '',
    '## Events',
    '',
    ...table('event'),
    '',
  ].join('\n')

if (import.meta.main) {
  if (process.argv.includes('--write')) writeFileSync(permissionsPage, permissionsMarkdown())
  else process.stdout.write(permissionsMarkdown())
}
