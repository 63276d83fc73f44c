/** Why a report could not be made or written, as a person at the desk says it. */
import type { Language } from '../../../../shared/i18n/index.ts'
import { refuse, type Refusal } from '../../kit/refusal.ts'
import { notWritten } from './words/not-written.ts'

const causes: Readonly<Record<string, keyof (typeof notWritten)['en']>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EROFS: 'denied',
  EACCES: 'denied',
  EPERM: 'denied',
  ENOENT: 'gone',
  ENOTDIR: 'gone',
  ENODEV: 'gone',
  ENXIO: 'gone',
  EBUSY: 'busy',
  ETXTBSY: 'busy',
  EISDIR: 'folder',
  ENOTEMPTY: 'folder',
}

/** The refusal that an error of the file system is; undefined for any other error. */
export function refusalOfWriting(error: unknown, language: Language): Refusal | undefined {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return undefined
  return refuse('report_not_written', { problem: notWritten[language][causes[String(error.code)] ?? 'broken'] })
}

/** It took too long: its thread was ended. */
export class DrawnTooLong extends Error {
  readonly minutes: number
  constructor(minutes: number) {
    super(`a report took longer than ${minutes} minutes`)
    this.name = 'DrawnTooLong'
    this.minutes = minutes
  }
}

/** The refusal that a thread’s end without a report is; undefined for any other error. */
export function refusalOfDrawing(error: unknown, language: Language): Refusal | undefined {
  if (error instanceof DrawnTooLong) return refuse('report_not_drawn', { problem: notWritten[language].time.replace('{{minutes}}', String(error.minutes)) })
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') return refuse('report_not_drawn', { problem: notWritten[language].memory })
  return undefined
}
