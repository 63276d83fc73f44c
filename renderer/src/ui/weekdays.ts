/** Weekdays and months by their words, from the browser: Monday is 1 (ISO). */
const formatter = (locale: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })

export const isoWeekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** 2024 began on a Monday. */
export const weekdayName = (weekday: number, locale: string, length: 'long' | 'short' = 'long'): string => formatter(locale, { weekday: length }).format(new Date(Date.UTC(2024, 0, weekday)))

/** @param month 1 is January */
export const monthName = (month: number, locale: string): string => formatter(locale, { month: 'long' }).format(new Date(Date.UTC(2024, month - 1, 1)))

/** Each weekday by its number, for a list to choose from. */
export const weekdayOptions = (locale: string): (readonly [value: string, words: string])[] => isoWeekdays.map((weekday) => [String(weekday), capitalised(weekdayName(weekday, locale))] as const)

/** As it stands at the beginning of a line. */
export const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
