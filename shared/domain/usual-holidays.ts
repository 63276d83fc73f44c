/**
 * The holidays that a year usually has, as a list to choose from: an administrator ticks those the unit keeps (domain.md
 * 4.18). Rules rather than a library: date-holidays brings the whole world, lodash and a licence with attribution for ten
 * rules that have not changed in years.
 */
import { Temporal } from 'temporal-polyfill'
import type { Province } from './unit.ts'

export interface UsualHoliday {
  readonly date: string
  readonly name: string
  readonly nameFr: string
  /** Null = federal. */
  readonly province: Province | null
}

type Day = Temporal.PlainDate
type Rule = (year: number) => Day

const monday = 1
const friday = 5
const on =
  (month: number, day: number): Rule =>
  (year) =>
    Temporal.PlainDate.from({ year, month, day })
/** The nth such weekday of the month. */
const nth =
  (n: number, weekday: number, month: number): Rule =>
  (year) => {
    const first = Temporal.PlainDate.from({ year, month, day: 1 })
    return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + 7 * (n - 1) })
  }
/** The last such weekday before the date. */
const before =
  (weekday: number, rule: Rule): Rule =>
  (year) => {
    const day = rule(year)
    return day.subtract({ days: ((day.dayOfWeek - weekday + 6) % 7) + 1 })
  }
const nearest =
  (weekday: number, rule: Rule): Rule =>
  (year) => {
    const day = rule(year)
    const after = (weekday - day.dayOfWeek + 7) % 7
    return after > 3 ? day.subtract({ days: 7 - after }) : day.add({ days: after })
  }
const fromEaster =
  (days: number): Rule =>
  (year) =>
    easter(year).add({ days })

/** Easter Sunday of the Gregorian calendar (Butcher's rule, 1876). */
function easter(year: number): Day {
  const a = year % 19
  const century = Math.floor(year / 100)
  const c = year % 100
  const g = Math.floor((8 * century + 13) / 25)
  const h = (19 * a + century - Math.floor(century / 4) - g + 15) % 30
  const l = (32 + 2 * (century % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  return Temporal.PlainDate.from({ year, month, day: ((h + l - 7 * m + 114) % 31) + 1 })
}

type Row = readonly [name: string, nameFr: string, rule: Rule]

const federal: readonly Row[] = [
  ['New Year’s Day', 'Jour de l’An', on(1, 1)],
  ['Good Friday', 'Vendredi saint', fromEaster(-2)],
  ['Easter Monday', 'Lundi de Pâques', fromEaster(1)],
  ['Victoria Day', 'Fête de la Reine', before(monday, on(5, 25))],
  ['Canada Day', 'Fête du Canada', on(7, 1)],
  ['Labour Day', 'Fête du Travail', nth(1, monday, 9)],
  ['National Day for Truth and Reconciliation', 'Journée nationale de la vérité et de la réconciliation', on(9, 30)],
  ['Thanksgiving', 'Action de grâces', nth(2, monday, 10)],
  ['Remembrance Day', 'Jour du Souvenir', on(11, 11)],
  ['Christmas Day', 'Noël', on(12, 25)],
  ['Boxing Day', 'Lendemain de Noël', on(12, 26)],
]

const familyDay: Row = ['Family Day', 'Jour de la Famille', nth(3, monday, 2)]
const civicHoliday: Row = ['Civic Holiday', 'Congé civique', nth(1, monday, 8)]
const indigenousPeoplesDay: Row = ['National Indigenous Peoples Day', 'Journée nationale des peuples autochtones', on(6, 21)]

const provincial: Readonly<Record<Province, readonly Row[]>> = {
  AB: [familyDay, ['Heritage Day', 'Fête du patrimoine', nth(1, monday, 8)]],
  BC: [familyDay, ['British Columbia Day', 'Fête de la Colombie-Britannique', nth(1, monday, 8)]],
  MB: [
    ['Louis Riel Day', 'Journée Louis Riel', nth(3, monday, 2)],
    ['Terry Fox Day', 'Journée Terry Fox', nth(1, monday, 8)],
  ],
  NB: [familyDay, ['New Brunswick Day', 'Fête du Nouveau-Brunswick', nth(1, monday, 8)]],
  NL: [['June Day', 'Jour de la Découverte', nearest(monday, on(6, 24))]],
  NS: [
    ['Heritage Day', 'Fête du patrimoine', nth(3, monday, 2)],
    ['Natal Day', 'Fête de la fondation', nth(1, monday, 8)],
  ],
  NT: [indigenousPeoplesDay, civicHoliday],
  NU: [['Nunavut Day', 'Fête du Nunavut', on(7, 9)], civicHoliday],
  ON: [familyDay, civicHoliday],
  PE: [
    ['Islander Day', 'Fête des Insulaires', nth(3, monday, 2)],
    ['Gold Cup Parade Day', 'Jour du défilé de la Coupe d’or', nth(3, friday, 8)],
  ],
  QC: [['Fête nationale du Québec', 'Fête nationale du Québec', on(6, 24)]],
  SK: [familyDay, ['Saskatchewan Day', 'Fête de la Saskatchewan', nth(1, monday, 8)]],
  YT: [
    ['Heritage Day', 'Fête du patrimoine', (year) => before(friday, () => before(7, on(3, 1))(year))(year)],
    indigenousPeoplesDay,
    ['Discovery Day', 'Fête de la Découverte', nth(3, monday, 8)],
  ],
}

/**
 * Federal ones and those of the province, in the order of the year. One that falls on a Saturday or Sunday comes with the
 * next free working day, which is then the day off.
 */
export function usualHolidays(year: number, province: Province | null): UsualHoliday[] {
  const rows: readonly { row: Row; province: Province | null }[] = [...federal.map((row) => ({ row, province: null })), ...(province === null ? [] : provincial[province]).map((row) => ({ row, province }))]
  const days = rows.map(({ row: [name, nameFr, rule], province: of }) => ({ name, nameFr, province: of, day: rule(year) })).toSorted((a, b) => Temporal.PlainDate.compare(a.day, b.day))
  const taken = new Set(days.map(({ day }) => day.toString()))
  const observed = days.flatMap(({ name, nameFr, province: of, day }) => {
    if (day.dayOfWeek < 6) return []
    let off = day
    while (off.dayOfWeek >= 6 || taken.has(off.toString())) off = off.add({ days: 1 })
    taken.add(off.toString())
    return [{ name: `${name} (observed)`, nameFr: `${nameFr} (congé reporté)`, province: of, day: off }]
  })
  return [...days, ...observed].toSorted((a, b) => Temporal.PlainDate.compare(a.day, b.day)).map(({ day, ...names }) => ({ ...names, date: day.toString() }))
}
