/** Who is inside, as a page that any browser opens and prints without Sentinel: for the minute in which the PC is lost too. Pure. */
import type { OutputOf } from '../../../../shared/contract/kit.ts'
import type { presence } from '../../../../shared/contract/presence.ts'
import { localTime, type UnitTime } from '../../../../shared/domain/operational-day.ts'

export type Snapshot = OutputOf<typeof presence.now>
type Person = Snapshot['people'][number]

const kinds = { member: 'Member · Membre', visitor: 'Visitor · Visiteur', attendee: 'Attendee · Participant' } as const

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** In the order in which names are called; kind and id make it complete. */
const byName = (a: Person, b: Person): number => a.lastName.localeCompare(b.lastName, 'en') || a.firstName.localeCompare(b.firstName, 'en') || a.id.localeCompare(b.id)

/** One row a person, name first; the same in both files. Times are the unit's own. */
export const musterRows = ({ people }: Pick<Snapshot, 'people'>, unit: UnitTime): string[][] =>
  people.toSorted(byName).map((person) => [
    person.firstName === '' ? person.lastName : `${person.lastName}, ${person.firstName}`,
    person.rank,
    kinds[person.kind],
    person.division?.code ?? person.guest?.organization ?? '',
    person.guest?.pass ?? '',
    localTime(new Date(person.since), unit),
    person.stationName,
  ])

export const musterHeaders = ['Name · Nom', 'Rank · Grade', 'Kind · Genre', 'Division / organization', 'Pass · Laissez-passer', 'Since · Depuis', 'Door · Porte']

/** @param unitName as the unit is called */
export function musterPage(snapshot: Snapshot, unitName: string, unit: UnitTime): string {
  const rows = musterRows(snapshot, unit)
  const at = localTime(new Date(snapshot.at), unit)
  const cells = (row: readonly string[]): string => row.map((cell) => `<td>${escape(cell)}</td>`).join('')
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escape(unitName)}: who is inside · qui est à l’intérieur</title>
<style>body{font:12pt/1.4 sans-serif;margin:1.5cm;color:#000;background:#fff}table{border-collapse:collapse;width:100%}th,td{border:1px solid #555;padding:4px 6px;text-align:left}th{background:#eee}.tick{width:1.2cm}thead{display:table-header-group}</style></head>
<body><h1>${escape(unitName)}</h1>
<p><strong>${rows.length}</strong> inside · à l’intérieur, <strong>${at}</strong></p>
<p>Written by Sentinel every minute. If this time is more than two minutes ago, Sentinel was not running since. · Écrit par Sentinel chaque minute. Si cette heure date de plus de deux minutes, Sentinel ne fonctionnait plus depuis.</p>
<table><thead><tr><th class="tick">✓</th>${musterHeaders.map((header) => `<th>${header}</th>`).join('')}</tr></thead><tbody>
${rows.map((row) => `<tr><td class="tick"></td>${cells(row)}</tr>`).join('\n')}
</tbody></table></body></html>
`
}
