/** What backups are called, and which of them are let go: decided from names alone (screens.md 5.4, trust.md: figures). Pure. */
import { backupKinds, type BackupKind } from '../../../shared/domain/backups.ts'

/** Of the desk while it works, one after the other: thinned out together, the older the thinner. */
const series: readonly BackupKind[] = ['hourly', 'daily', 'secured']
/** Each kind that is kept apart, and how many: five bad ends in an evening must not push out the copy that leads back before an update. */
const apart = { asked: 5, safety: 3, migration: 3, unclean: 5, replaced: 3 } as const satisfies Partial<Record<BackupKind, number>>


const form = new RegExp(`^(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)(\\d\\d)Z-(${backupKinds.join('|')})$`)
const dayMs = 86_400_000
const quarterMs = 900_000
const [quartersKept, hoursKept, daysKept, weeksKept, monthsKept] = [8, 24, 14, 8, 12]

/** What a copy is called by: when it was made, in UTC. */
export const stamp = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+/g, '')

/** When a backup was made (ms) and of which kind it is; undefined = the name is none of ours. */
export function readName(name: string): { readonly name: string; readonly at: number; readonly kind: BackupKind } | undefined {
  const found = form.exec(name)
  if (found === null) return undefined
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number) as [number, number, number, number, number, number]
  return { name, at: Date.UTC(year, month - 1, day, hour, minute, second), kind: found[7] as BackupKind }
}

type Named = NonNullable<ReturnType<typeof readName>>

const quarterOf = ({ at }: Named): number => Math.floor(at / quarterMs)
const hourOf = ({ at }: Named): number => Math.floor(at / 3_600_000)
const dayOf = ({ at }: Named): number => Math.floor(at / dayMs)
/** Weeks from Monday to Sunday, in UTC. */
const weekOf = ({ at }: Named): number => Math.floor((at / dayMs + 3) / 7)
const monthOf = ({ name }: Named): number => Number(name.slice(0, 6))

/** The last of each of the `count` latest buckets that have any, and what is older than these. @param sorted oldest first */
function lastOfEach(sorted: readonly Named[], bucketOf: (entry: Named) => number, count: number): { kept: readonly Named[]; older: readonly Named[] } {
  const buckets = new Set([...new Set(sorted.map(bucketOf))].slice(-count))
  const kept = [...new Map(sorted.filter((entry) => buckets.has(bucketOf(entry))).map((entry) => [bucketOf(entry), entry])).values()]
  return { kept, older: sorted.filter((entry) => !buckets.has(bucketOf(entry))) }
}

/**
 * Which of these backups to let go. Of those made while the desk works stay: the last of each quarter of the two hours
 * before the newest, of each hour of the day before it, of each of 14 days, of each of 8 weeks before these, and of each of 12 months before these. Of every other
 * kind the newest few. Never the newest of a kind, never a name that is not ours; asked again it lets go nothing more.
 */
export function surplusBackups(names: readonly string[]): string[] {
  const named = names.flatMap((name) => readName(name) ?? []).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const running = named.filter(({ kind }) => series.includes(kind))
  const newest = running.at(-1)?.at ?? 0
  const days = lastOfEach(running, dayOf, daysKept)
  const weeks = lastOfEach(days.older, weekOf, weeksKept)
  const months = lastOfEach(weeks.older, monthOf, monthsKept)
  const hours = lastOfEach(running.filter(({ at }) => newest - at < dayMs), hourOf, hoursKept)
  const quarters = lastOfEach(running.filter(({ at }) => newest - at < quartersKept * quarterMs), quarterOf, quartersKept)
  const kept = new Set([days, weeks, months, hours, quarters].flatMap((part) => part.kept))
  for (const [kind, count] of Object.entries(apart)) for (const entry of named.filter((other) => other.kind === kind).slice(-count)) kept.add(entry)
  return named.flatMap((entry) => (kept.has(entry) ? [] : [entry.name]))
}
