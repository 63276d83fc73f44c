/** The red key: the list is frozen, on the disk and at the printer, whether the record answers in time or not (screens.md P0-7.1, 5.8 no. 10). */
import type { MusterKind, MusterSettings } from '../../../../shared/domain/muster.ts'
import type { Database } from '../../db/database.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Log } from '../../kit/log.ts'
import { freeze, type Doing, type Frozen } from './acts.ts'
import type { MusterFiles } from './files.ts'
import type { DuePerson } from './due.ts'
import type { InsideList, MusterPerson } from './inside.ts'
import type { OpenMuster } from './open-muster.ts'
import { rollPage, type RollSheet } from './page.ts'
import type { MusterPapers } from './papers.ts'
import type { MusterPrinting } from './printing.ts'
import { reportOfList, type MusterReport } from './report.ts'

/** The record answers within this time, or the list of the last minute goes out first. Milliseconds. */
export const answerLimitMs = 1_000

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly files: MusterFiles
  readonly printing: MusterPrinting
  readonly papers: MusterPapers
  readonly settings: () => MusterSettings
  readonly pageSize: () => MusterReport['pageSize']
  /** The newest list that is at hand without the record. */
  readonly latest: () => InsideList | null
  readonly open: () => OpenMuster | null
  /** In the transaction, as its last step: no scan after it goes by unheard. @returns takes it back */
  readonly onFrozen: (frozen: Frozen) => () => void
}

export function createPress({ database, clock, log, files, printing, papers, settings, pageSize, latest, open, onFrozen }: Dependencies) {
  const underWay = new Set<MusterKind>()

  return async ({ requestId, kind }: { requestId: string; kind: MusterKind }, doing: Doing): Promise<Frozen> => {
    const { at, unit, actor } = doing
    const fileStem = files.newStem(kind, at, unit)
    const putOut = (people: readonly MusterPerson[], due: readonly DuePerson[], of: Date, isEarly: boolean): void => {
      const listed = [...people.map((person) => ({ ...person, list: 'inside' as const })), ...due.map((person) => ({ ...person, list: 'due' as const }))]
      const sheet: RollSheet = { people: listed, at: of, isEarly, kind, startedAt: at, unitName: unit.name, unit }
      files.writeList(fileStem, sheet)
      if (settings().printAtStart) printing.print(rollPage(sheet))
      papers.write(fileStem, { kind, startedAt: at, startedBy: actor.name, ended: null, report: reportOfList([...people, ...due], unit, pageSize(), of) })
    }
    const standing = open()
    const isFirst = !underWay.has(kind) && (standing === null || (standing.kind === 'drill' && kind === 'live'))
    const calledOff = clock.after(answerLimitMs, () => {
      const list = latest()
      if (!isFirst || list === null) return
      log.warn('muster.record_is_late', { listOf: list.at.toISOString() })
      putOut(list.people, [], list.at, true)
    })
    if (isFirst) underWay.add(kind)
    let takeBack = (): void => {}
    try {
      const frozen = await database.transaction(async (tx) => {
        const done = await freeze(tx, { requestId, kind, fileStem }, doing, log)
        takeBack = onFrozen(done)
        return done
      })
      if (frozen.people !== null) putOut(frozen.people, frozen.due, at, false)
      return frozen
    } catch (error) {
      takeBack()
      throw error
    } finally {
      calledOff()
      if (isFirst) underWay.delete(kind)
    }
  }
}
