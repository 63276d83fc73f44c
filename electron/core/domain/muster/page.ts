/** Who is inside, as a page that any browser opens and prints without Sentinel: for the minute in which the PC is lost too. Pure. */
import { isAccounted, type MusterKind, type MusterState } from '../../../../shared/domain/muster.ts'
import { localTime, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import { toCsv } from '../tables/table-file.ts'
import { inNameOrder, inRollOrder, type Listed } from './order.ts'

const kinds = { member: 'Member · Membre', visitor: 'Visitor · Visiteur', attendee: 'Attendee · Participant', unlisted: 'Unlisted · Non inscrit' } as const
const states = { missing: '', safe: 'Safe · En sécurité', needs_assistance: 'NEEDS HELP · BESOIN D’AIDE', essential: 'On duty · De service' } as const satisfies Record<MusterState, string>

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
const nameOf = ({ lastName, firstName }: Listed): string => (firstName === '' ? lastName : `${lastName}, ${firstName}`)

/** One row a person, name first; the same in every file. Times are the unit's own. */
const rowOf = (person: Listed, unit: UnitTime): string[] => [
  nameOf(person),
  person.rank,
  kinds[person.kind],
  person.division?.code ?? person.organization ?? '',
  person.pass ?? '',
  person.since === null ? '' : localTime(person.since, unit),
  person.stationName ?? '',
  person.phone ?? '',
  [person.hostName, person.hostPhone].filter(Boolean).join(', '),
]
const headers = ['Name · Nom', 'Rank · Grade', 'Kind · Genre', 'Division / organization', 'Pass · Laissez-passer', 'Since · Depuis', 'Door · Porte', 'Phone · Téléphone', 'Host · Hôte']

const style = 'body{font:11pt/1.35 sans-serif;margin:1.2cm;color:#000;background:#fff}table{border-collapse:collapse;width:100%}th,td{border:1px solid #555;padding:3px 5px;text-align:left}th{background:#eee}.tick{width:1cm}tr{break-inside:avoid}thead{display:table-header-group}.part td{background:#ddd;font-weight:bold}.drill{border:3px solid #000;padding:4px 8px;font-size:1.6em;font-weight:bold;text-align:center}'

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escape(title)}</title>
<style>${style}</style></head>
<body>${body}</body></html>
`
const cells = (row: readonly string[]): string => row.map((cell) => `<td>${escape(cell)}</td>`).join('')
const table = (head: readonly string[], rows: readonly string[]): string => `<table><thead><tr><th class="tick">✓</th>${head.map((header) => `<th>${header}</th>`).join('')}</tr></thead><tbody>
${rows.join('\n')}
</tbody></table>`

export interface Sheet {
  readonly people: readonly Listed[]
  /** The moment that the list is of. */
  readonly at: Date
  readonly unitName: string
  readonly unit: UnitTime
}

/** The list of every minute, by name. */
export const insidePage = ({ people, at, unitName, unit }: Sheet): string =>
  page(
    `${unitName}: who is inside · qui est à l’intérieur`,
    `<h1>${escape(unitName)}</h1>
<p><strong>${people.length}</strong> inside · à l’intérieur, <strong>${localTime(at, unit)}</strong></p>
<p>Written by Sentinel every minute. If this time is more than two minutes ago, Sentinel was not running since. · Écrit par Sentinel chaque minute. Si cette heure date de plus de deux minutes, Sentinel ne fonctionnait plus depuis.</p>
${table(headers, inNameOrder(people).map((person) => `<tr><td class="tick"></td>${cells(rowOf(person, unit))}</tr>`))}`,
  )

export const insideCsv = ({ people, unit }: Pick<Sheet, 'people' | 'unit'>): string => toCsv([headers, ...inNameOrder(people).map((person) => rowOf(person, unit))])

export interface RollSheet extends Sheet {
  readonly kind: MusterKind
  readonly startedAt: Date
  /** The list is older than the muster: the record did not answer in time. */
  readonly isEarly: boolean
}

const titles = { live: 'EMERGENCY MUSTER · RASSEMBLEMENT D’URGENCE', drill: 'DRILL · EXERCICE' } as const
const stateHeader = 'State · État'
const stateOf = ({ state, change }: Listed): string => [state === undefined ? '' : states[state], change == null ? '' : change.direction === 'out' ? '→ out · sorti' : '← in · entré'].filter(Boolean).join(' ')

/** The roll-call sheet: by division, visitors and everybody else in a part of their own, a box to tick for each who was not accounted for when it was printed. */
export function rollPage({ people, at, unitName, unit, kind, startedAt, isEarly }: RollSheet): string {
  const mustBeFound = people.filter(({ list }) => list !== 'due')
  const found = mustBeFound.filter(({ state }) => state !== undefined && isAccounted(state)).length
  const parts = Map.groupBy(inRollOrder(people), partOf)
  const rows = [...parts].flatMap(([part, listed]) => [`<tr class="part"><td colspan="${headers.length + 2}">${escape(part)} (${listed.length})</td></tr>`, ...listed.map((person) => `<tr><td class="tick">${person.state !== undefined && isAccounted(person.state) ? '✓' : ''}</td>${cells([...rowOf(person, unit), stateOf(person)])}</tr>`)])
  const early = `<p><strong>As of ${localTime(at, unit)}: the record does not answer yet; a newer list follows. · Liste de ${localTime(at, unit)} : le registre ne répond pas encore ; une liste plus récente suivra.</strong></p>`
  return page(
    `${unitName}: ${titles[kind]}`,
    `<p class="drill">${titles[kind]}</p><h1>${escape(unitName)}</h1>
<p>Begun · Commencé : <strong>${localTime(startedAt, unit)}</strong> · List of · Liste de : <strong>${localTime(at, unit)}</strong> · <strong>${found} of · sur ${mustBeFound.length}</strong></p>
${isEarly ? early : ''}
${table([...headers, stateHeader], rows)}`,
  )
}

export const rollCsv = ({ people, unit, kind, at }: RollSheet): string => toCsv([[...headers, stateHeader, titles[kind], localTime(at, unit)], ...inRollOrder(people).map((person) => [...rowOf(person, unit), stateOf(person), '', ''])])

const partOf = ({ kind, list, division }: Listed): string =>
  list === 'due' ? 'Due, never in (not counted) · Attendus, jamais entrés (non comptés)' : kind === 'member' ? (division === null ? 'No division · Sans division' : `${division.code} ${division.name}`) : kind === 'visitor' ? 'Visitors · Visiteurs' : kind === 'attendee' ? 'Attendees · Participants' : 'Unlisted · Non inscrits'
