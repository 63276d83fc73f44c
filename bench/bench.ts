/**
 * `npm run bench`: the application's own share, as ratios to the same statements on the bare durable engine in the
 * same run. Prints tables and one line of JSON. Never a test: figures depend on the machine.
 * `npm run bench -- reports muster` measures these parts only.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSettableClock, systemClock } from '../electron/core/kit/clock.ts'
import { fillAttendance, measureAttendance } from './attendance.ts'
import { measureBackups } from './backups.ts'
import { measureDoor } from './door.ts'
import { measureKioskPaint } from './kiosk-paint.ts'
import { measureMuster } from './muster.ts'
import { measureRecord } from './record/record.ts'
import { measureReports } from './reports.ts'
import { measureStations } from './stations.ts'

const folder = mkdtempSync(join(tmpdir(), 'sentinel-bench-'))
const note = (text: string): void => void process.stderr.write(`${text}\n`)
const clock = createSettableClock(systemClock)

/** In the order in which they are measured. */
const parts = {
  door: () => measureDoor(folder, clock, note),
  'kiosk-paint': async () => {
    note('From the reader to the card on the kiosk…')
    const kioskPaint = await measureKioskPaint()
    console.table([kioskPaint])
    return kioskPaint
  },
  attendance: () => measureAttendance(folder, clock, note),
  reports: () => measureReports(folder, clock, note),
  muster: () => measureMuster(folder, clock, note),
  backups: () => measureBackups(folder, clock, note),
  record: () => measureRecord(folder, clock, note),
  stations: () => measureStations(folder, note),
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !Object.hasOwn(parts, name))
if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}`)
const isAsked = (name: string): boolean => asked.length === 0 || asked.includes(name)

try {
  const measured: Record<string, unknown> = {}
  if (isAsked('attendance') || isAsked('reports')) await fillAttendance(folder, clock, note)
  for (const [name, measure] of Object.entries(parts)) if (isAsked(name)) measured[name] = await measure()
  process.stdout.write(`${JSON.stringify(measured)}\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
