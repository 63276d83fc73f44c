import type { ReaderProblem } from '../driver.ts'

/** hidapi gives texts, no codes, and node-hid hands some of them on as plain strings (hardware.md 1.5). Those of Windows and macOS are from its source, not seen here. */
const texts: readonly (readonly [RegExp, ReaderProblem['fault']])[] = [
  [/disconnected|not connected|No such (file|device)|ENODEV|ENOENT|ENXIO|0x0000048F/i, 'absent'],
  [/Permission denied|Operation not permitted|not permitted|Access (is )?denied|EACCES|EPERM/i, 'permission'],
  [/exclusive access|busy|EBUSY/i, 'in-use'],
  [/not a HIDRAW device|Inappropriate ioctl/i, 'config'],
]

/** What a failed call to a USB reader means to a person. */
export function hidProblem(error: unknown): ReaderProblem {
  const message = error instanceof Error ? error.message : String(error)
  return { fault: texts.find(([pattern]) => pattern.test(message))?.[1] ?? 'io', message }
}
