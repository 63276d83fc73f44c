/** One person's visits on one day (domain.md 4.24). Pure but for the chance it is given. */
import type { DayOfUnit, Hours } from './calendar.ts'
import type { Category } from './people.ts'
import type { Random } from './random.ts'
import { flaggedShare, type Rates } from './rates.ts'

export type Oddity = 'late' | 'early' | 'forgot'

export interface Visit {
  /** Seconds since midnight on the unit's clock: in, out, in, out… An odd number of them = forgot to sign out. */
  readonly scans: readonly number[]
  readonly oddity: Oddity | null
  /** Somebody marked it for a second look. */
  readonly flagged: boolean
}

interface Manners {
  readonly in: readonly [low: number, high: number]
  readonly lateIn: readonly [low: number, high: number]
  readonly out: readonly [low: number, high: number]
  readonly earlyOut: readonly [low: number, high: number]
  /** What a visit that does not go as it should turns into. */
  oddity(random: Random): Oddity
  /** Share of the visits that go out for lunch, in per cent. */
  readonly lunch: number
}

const workDay: Manners = {
  in: [-10, 5],
  lateIn: [15, 60],
  out: [-5, 15],
  earlyOut: [-90, -30],
  oddity: (random) => (['late', 'early', 'forgot'] as const)[random.between(0, 2)] ?? 'late',
  lunch: 10,
}
const night: Manners = { in: [0, 15], lateIn: [10, 45], out: [-10, 15], earlyOut: [-10, 15], oddity: (random) => (random.chance(30) ? 'forgot' : 'late'), lunch: 0 }
const course: Manners = { ...night, in: [-15, 0], lateIn: [5, 20], out: [-5, 10] }

const noon = 12 * 60

function visit(hours: Hours, manners: Manners, edgeCases: number, random: Random): Visit {
  const near = (minute: number, [low, high]: readonly [number, number]): number => (minute + random.between(low, high)) * 60 + random.between(0, 59)
  const oddity = random.chance(edgeCases) ? manners.oddity(random) : null
  const scans = [near(hours.start, oddity === 'late' ? manners.lateIn : manners.in)]
  if (random.chance(manners.lunch)) scans.push(near(noon, [-30, 30]), near(noon + 60, [-15, 30]))
  if (oddity !== 'forgot') scans.push(near(hours.end, oddity === 'early' ? manners.earlyOut : manners.out))
  return { scans, oddity, flagged: oddity !== null && random.chance(flaggedShare) }
}

/** The visits of a person of this category, in order. Whoever forgot to sign out by day does not come again in the evening: they never left. */
export function visitsOf(category: Category, day: DayOfUnit, rates: Rates, random: Random): Visit[] {
  if (category === 'bmqStudent') return day.bmq !== null && random.chance(rates.bmqAttendance) ? [visit(day.bmq, course, rates.edgeCases, random)] : []
  const fullTime = category === 'fts' || category === 'ftsEdt'
  const edt = category === 'ftsEdt' || category === 'reserveEdt'
  const share = (usual: number): number => (edt ? rates.edtAppearance : usual)

  const visits: Visit[] = []
  if (fullTime && day.work !== null && random.chance(share(rates.ftsWorkDay))) visits.push(visit(day.work, workDay, rates.edgeCases, random))
  if (visits[0]?.oddity === 'forgot') return visits
  const trains = day.trainingNight !== null && random.chance(share(fullTime ? rates.ftsTrainingNight : rates.reserveTrainingNight))
  const administers = day.adminNight !== null && random.chance(share(fullTime ? rates.ftsAdminNight : rates.reserveAdminNight))
  const hours = trains ? day.trainingNight : administers ? day.adminNight : null
  return hours === null ? visits : [...visits, visit(hours, night, rates.edgeCases, random)]
}
