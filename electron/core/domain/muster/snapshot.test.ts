/** The list on the disk (issue 5.5; screens.md P0-7, 5.8 no. 10). */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parse as checked } from 'valibot'
import { visitors as contract } from '../../../../shared/contract/visitors.ts'
import { defaultUnitTime } from '../../../../shared/domain/operational-day.ts'
import { signedInDesk } from '../../app/testing/test-callers.ts'
import { newId } from '../../kit/id.ts'
import type { Log } from '../../kit/log.ts'
import { openHistoryDesk, type HistoryDesk } from '../history/testing/history-desk.ts'
import { defaultUnitProfile } from '../settings/unit-profile.ts'
import { createVisitorsService } from '../visitors/service.ts'
import { readMusterPeople } from './inside.ts'
import { createMusterSnapshot, musterFolder, type MusterSnapshot } from './snapshot.ts'

let desk: HistoryDesk
let muster: MusterSnapshot
let logged: string[]
let dataDir: string
beforeEach(async () => {
  desk = await openHistoryDesk()
  dataDir = mkdtempSync(join(tmpdir(), 'sentinel-muster-'))
  logged = []
  const note = (_level: string) => (event: string) => void logged.push(event)
  const log = { debug: note('debug'), info: note('info'), warn: note('warn'), error: note('error') } as unknown as Log
  muster = createMusterSnapshot({ folder: join(dataDir, musterFolder), readInside: async () => ({ at: desk.clock.now(), people: await desk.database.read(readMusterPeople) }), unit: () => ({ ...defaultUnitProfile, name: 'HMCS <Example>' }), clock: desk.clock, log })
})
afterEach(async () => {
  await desk.database.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const file = (name: string): string => readFileSync(join(dataDir, musterFolder, name), 'utf8')
const names = (): string[] => (parse(file('inside.csv'), { bom: true }) as string[][]).slice(1).map(([name = '']) => name)
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 150))

describe('who is inside, on the disk', () => {
  test('at once, members and visitors by name, readable by nobody else, whole and without Sentinel', async () => {
    const roy = await desk.enlist('Roy')
    await desk.scan(roy.serial)
    const visitors = createVisitorsService({ ...desk, unitTime: () => defaultUnitTime })
    await visitors.signIn(checked(contract.signIn.input, { requestId: newId(), visitType: 'contractor', lastName: '=Bélanger', firstName: '<b>É</b>', organization: 'Elevators & Sons', purpose: 'information' }), signedInDesk('quartermaster'))
    await muster.start()
    expect(names()).toEqual(["'=Bélanger, <b>É</b>", 'Roy, Test'])
    const page = file('inside.html')
    expect(page).toContain('HMCS &#60;Example&#62;')
    expect(page).toContain('=Bélanger, &#60;b&#62;É&#60;/b&#62;')
    expect(page).toContain('Elevators &#38; Sons')
    expect(page).toContain('<strong>2</strong> inside')
    expect(page).toContain('2026-11-24 12:00:00')
    expect(page).not.toContain('<script')
    expect(statSync(join(dataDir, musterFolder, 'inside.html')).mode & 0o077).toBe(0)
    expect(readdirSync(join(dataDir, musterFolder)).toSorted()).toEqual(['inside.csv', 'inside.html'])
    await muster.stop()
  })

  test('every minute anew, and a last time when Sentinel closes', async () => {
    const roy = await desk.enlist('Roy')
    const able = await desk.enlist('Able')
    await muster.start()
    expect(names()).toEqual([])
    await desk.scan(roy.serial)
    desk.clock.advance(59_999)
    await settled()
    expect(names()).toEqual([])
    desk.clock.advance(1)
    await settled()
    expect(names()).toEqual(['Roy, Test'])
    await desk.scan(able.serial)
    await muster.stop()
    expect(names()).toEqual(['Able, Test', 'Roy, Test'])
  })

  test('where it cannot be written the log says so once, nothing stops, and it is written again as soon as it can be', async () => {
    // A file stands where the folder should be.
    writeFileSync(join(dataDir, musterFolder), '')
    await muster.start()
    desk.clock.advance(60_000)
    await settled()
    expect(logged).toEqual(['muster.not_written'])
    rmSync(join(dataDir, musterFolder))
    mkdirSync(join(dataDir, musterFolder))
    chmodSync(join(dataDir, musterFolder), 0o700)
    desk.clock.advance(60_000)
    await settled()
    expect(logged).toEqual(['muster.not_written', 'muster.written_again'])
    expect(names()).toEqual([])
    await muster.stop()
  })
})
