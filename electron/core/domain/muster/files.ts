/** Each muster's own list on the disk, beside the one of every minute (screens.md P0-7, 5.8 no. 10): what was frozen can be read where Sentinel no longer starts. */
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeWhole } from '../../db/sync-files.ts'
import { errorFields, type Log } from '../../kit/log.ts'
import { localTime, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { MusterKind } from '../../../../shared/domain/muster.ts'
import { rollCsv, rollPage, type RollSheet } from './page.ts'

interface Dependencies {
  /** Null = this desk has no folder: nothing is written. */
  readonly folder: string | null
  readonly log: Log
}

export function createMusterFiles({ folder, log }: Dependencies) {
  /** A muster goes on without its file; the log says that it is missing. */
  function write(name: string, content: () => string | Uint8Array): void {
    if (folder === null) return
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      writeWhole(join(folder, name), content())
    } catch (error) {
      log.error('muster.file_not_written', { name, ...errorFields(error) })
    }
  }
  return {
    isKept: folder !== null,
    /** A name that no earlier muster has, though the clock was set back. */
    newStem(kind: MusterKind, at: Date, unit: UnitTime): string {
      const stem = `muster-${kind === 'drill' ? 'drill-' : ''}${localTime(at, unit).replace(' ', '-').replaceAll(':', '')}`
      const isTaken = (name: string): boolean => folder !== null && existsSync(join(folder, `${name}.html`))
      for (let copy = 1; ; copy += 1) {
        const name = copy === 1 ? stem : `${stem}-${copy}`
        if (!isTaken(name)) return name
      }
    },
    hasList: (stem: string): boolean => folder === null || existsSync(join(folder, `${stem}.html`)),
    writeList(stem: string, sheet: RollSheet): void {
      write(`${stem}.html`, () => rollPage(sheet))
      write(`${stem}.csv`, () => rollCsv(sheet))
    },
    /** Every file of a muster: lists, sheets and reports. */
    remove(stem: string): void {
      if (folder === null) return
      for (const name of ['.html', '.csv', ...['', '-report'].flatMap((part) => ['en', 'fr'].map((language) => `${part}-${language}.pdf`))]) rmSync(join(folder, `${stem}${name}`), { force: true })
    },
    writePaper(name: string, language: string, pdf: Uint8Array): void {
      write(`${name}-${language}.pdf`, () => pdf)
    },
  }
}

export type MusterFiles = ReturnType<typeof createMusterFiles>
