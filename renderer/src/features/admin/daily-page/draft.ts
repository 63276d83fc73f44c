/** The daily page as it is typed. Pure. */
import type { OutputOf } from '../../../../../shared/contract/kit.ts'
import type { dutyLog } from '../../../../../shared/contract/duty-log.ts'

export type Page = OutputOf<typeof dutyLog.page>['page']
export type Block = Page['checklist'][number]
export type Task = Block['tasks'][number]

/** What a tick remembers an item by: never shown, never used again. */
const newKey = (): string => crypto.randomUUID().slice(0, 13)

export const newTask = (): Task => ({ key: newKey(), text: '', textFr: null, weekdays: [], asksTemperature: false })
export const newBlock = (): Block => ({ key: newKey(), time: '08:00', heading: '', headingFr: null, tasks: [newTask()] })
export const newResponsibility = (): Page['responsibilities'][number] => ({ title: '', titleFr: null, items: [{ text: '', textFr: null }] })
export const newContact = (): Page['contacts'][number] => ({ label: '', labelFr: null, phone: '', notes: null })
export const newScenario = (): Page['callScenarios'][number] => ({ scenario: '', scenarioFr: null, guidance: '', guidanceFr: null })

/** Blank French is none: then the English stands in both languages. */
export const french = (typed: string): string | null => (typed === '' ? null : typed)

export const replaced = <T>(list: readonly T[], index: number, item: T): T[] => list.map((one, at) => (at === index ? item : one))
export const without = <T>(list: readonly T[], index: number): T[] => list.filter((_, at) => at !== index)

/** The list with one of its items a place further up (-1) or down (1); as it is where there is none. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const [one, other] = [list[index], list[index + by]]
  return one === undefined || other === undefined ? [...list] : replaced(replaced(list, index, other), index + by, one)
}
