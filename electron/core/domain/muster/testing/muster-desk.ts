/** A desk with people inside, readers, a folder and a printer that does as it is told: for the tests of musters. */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { parse } from 'valibot'
import { muster as contract } from '../../../../../shared/contract/muster.ts'
import { visitors as visitorsContract } from '../../../../../shared/contract/visitors.ts'
import { defaultUnitTime } from '../../../../../shared/domain/operational-day.ts'
import type { Caller } from '../../../../../shared/domain/access.ts'
import { signedInDesk } from '../../../app/testing/test-callers.ts'
import { badge } from '../../../db/schema/index.ts'
import { newId } from '../../../kit/id.ts'
import { silentLog } from '../../../kit/log.ts'
import { scanAlerts } from '../../alerts/scan-alerts.ts'
import { openEventsDesk } from '../../events/testing/events-desk.ts'
import { createPresenceService } from '../../presence/service.ts'
import { defaultUnitProfile } from '../../settings/unit-profile.ts'
import { createVisitorsService } from '../../visitors/service.ts'
import type { Printer } from '../printer.ts'
import { createMusterService } from '../service.ts'

export const dds = signedInDesk('quartermaster')
/** The desk’s window, with nobody signed in. */
export const bareDesk: Caller = { ...dds, person: null, level: 0 }

export interface FakePrinter extends Printer {
  readonly papers: { readonly html: string; readonly copies: number; readonly printer: string | null }[]
  /** What becomes of the next papers; `works` afterwards. */
  next: ('works' | 'fails' | 'hangs')[]
}

function createFakePrinter(): FakePrinter {
  return {
    papers: [],
    next: [],
    list: async () => ['Front office'],
    print(html, how) {
      const does = this.next.shift() ?? 'works'
      if (does === 'hangs') return new Promise(() => {})
      if (does === 'fails') return Promise.reject(new Error('Out of paper'))
      this.papers.push({ html, ...how })
      return Promise.resolve()
    },
  }
}

export async function openMusterDesk({ hasPrinter = true, hasFolder = false } = {}) {
  const desk = await openEventsDesk()
  const { database, clock, hub } = desk
  const folder = mkdtempSync(join(tmpdir(), 'sentinel-muster-'))
  const printer = createFakePrinter()
  const create = () => createMusterService({ database, clock, hub, log: silentLog, unit: () => ({ ...defaultUnitProfile, name: 'HMCS <Example>' }), folder: hasFolder ? folder : null, printer: hasPrinter ? printer : undefined })
  let muster = create()
  await muster.begin()
  const given = { database, clock, hub, unitTime: () => defaultUnitTime }
  const presence = createPresenceService({ ...given, enrolment: { take: async () => undefined }, watcher: scanAlerts, muster: { open: () => muster.roll.open() } })
  const visitors = createVisitorsService(given)
  const rollCall = (musterId: string) => muster.rollCall({ musterId })
  return {
    ...desk,
    folder,
    printer,
    presence,
    visitors,
    muster: () => muster,
    rollCall,
    scan: (serial: string, { stationId = 'front-door', scanId }: { stationId?: string; scanId?: string } = {}) => presence.scan({ serial, stationId, actor: { kind: 'device', id: 'reader', name: 'Reader' }, ...(scanId !== undefined && { scanId }) }),
    start: (kind: 'live' | 'drill' = 'live', requestId = newId()) => muster.start({ kind, requestId }, bareDesk),
    close: (musterId: string, reason: string | null = null, caller = dds) => muster.close(parse(contract.close.input, { musterId, reason, remarks: 'All calm.' }), caller),
    mark: (musterId: string, entryIds: string[], state: 'safe' | 'missing' | 'needs_assistance' | 'essential' = 'safe', note: string | null = null) => muster.mark({ musterId, entryIds, state, note }, bareDesk),
    signVisitorIn: (over: object = {}) => visitors.signIn(parse(visitorsContract.signIn.input, { requestId: newId(), visitType: 'contractor', lastName: 'Bélanger', firstName: 'Émile', organization: 'Elevators & Sons', purpose: 'information', ...over }), dds),
    signVisitorOut: (visitId: string) => visitors.signOut(parse(visitorsContract.signOut.input, { visitId }), dds),
    async addPass(label: string): Promise<{ id: string; serial: string }> {
      const made = { id: newId(), serial: `FACE${label.replace(/\W/g, '')}` }
      await database.transaction((tx) => tx.insert(badge).values({ ...made, kind: 'visitor', label, status: 'active', createdAt: clock.now(), updatedAt: clock.now() }))
      return made
    },
    setBadge: (serial: string, set: Partial<typeof badge.$inferInsert>) => database.transaction((tx) => tx.update(badge).set(set).where(eq(badge.serial, serial))),
    entry: async (musterId: string, lastName: string) => (await rollCall(musterId)).entries.find((entry) => entry.lastName === lastName),
    figures: async () => (await muster.state()).open,
    files: () => readdirSync(folder).toSorted(),
    file: (name: string) => readFileSync(join(folder, name), 'utf8'),
    /** As after a crash and a restart: a new service finds what the record has. */
    async restart() {
      await muster.stop()
      muster = create()
      await muster.begin()
    },
    async done() {
      await muster.stop()
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type MusterDesk = Awaited<ReturnType<typeof openMusterDesk>>
