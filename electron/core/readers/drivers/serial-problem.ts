import type { ReaderProblem } from '../driver.ts'

/** serialport gives texts, no codes (hardware.md 1.2). The Windows texts are from its source, not seen here. */
const texts: readonly (readonly [RegExp, ReaderProblem['fault']])[] = [
  [/No such file|No such device|File not found|path specified|ENOENT|ENXIO|ENODEV/i, 'absent'],
  [/Cannot lock port|resource busy|temporarily unavailable|Access (is )?denied|EBUSY|EAGAIN/i, 'in-use'],
  [/Permission denied|Operation not permitted|EACCES|EPERM/i, 'permission'],
  [/Inappropriate ioctl|Invalid argument|baud|not a valid|Is a directory|Not a directory|Unknown error code 123/i, 'config'],
]

/** What a failed open means to a person. */
export function serialProblem(error: unknown): ReaderProblem {
  const message = error instanceof Error ? error.message : String(error)
  return { fault: texts.find(([pattern]) => pattern.test(message))?.[1] ?? 'io', message }
}
