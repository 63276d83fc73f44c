/** What people do at a desk all day, asked of a whole core through its contract. For the kill rounds and the soak. */
import { randomUUID } from 'node:crypto'
import { createClient } from '../../../shared/contract/client.ts'
import { contract } from '../../../shared/contract/index.ts'
import type { Result } from '../../../shared/contract/kit.ts'
import { levels, type Caller } from '../../../shared/domain/access.ts'
import { defaultUnitTime, operationalDate, operationalDayWindow } from '../../../shared/domain/operational-day.ts'
import type { ReportFormat } from '../../../shared/domain/reports.ts'
import type { Core } from '../../../electron/core/app/core.ts'
import { createInProcessTransport } from '../../../electron/core/app/in-process-transport.ts'
import { signedInDesk } from '../../../electron/core/app/testing/test-callers.ts'
import type { SettableClock } from '../../../electron/core/kit/clock.ts'
import type { Random } from './random.ts'

export const actNames = ['scan', 'visitorIn', 'visitorOut', 'correct', 'record', 'lockup', 'import', 'report', 'reset'] as const
export type ActName = (typeof actNames)[number]

/** An act that was answered. */
export interface Done {
  readonly act: ActName
  /** Under which the record has what it left behind; null = it was refused, or there was nothing to do. */
  readonly id: string | null
  /** The outcome of a scan, the code of a refusal. */
  readonly answer: string
  /** The core said no; null besides this = there was nothing to do, or what was done leaves nothing to look for. */
  readonly isRefused: boolean
}

interface Options {
  readonly core: Core
  /** What the core's own clock is made of: it moves on with every act, as time does at a door. */
  readonly clock: SettableClock
  readonly random: Random
  /** Serials of badges that people hold. */
  readonly badges: readonly string[]
  /** Told before an act is asked for, with the id that is to be looked for if no answer comes. */
  readonly asking?: (act: ActName, id: string) => void
  readonly reportFormats?: readonly ReportFormat[]
}

const importedRows = 40
const administrator = signedInDesk('admin')

export function createActs({ core, clock, random, badges, asking = () => {}, reportFormats = ['csv'] }: Options): Record<ActName, () => Promise<Done>> & { scanAs(serial: string, scanId: string): Promise<Done> } {
  const as = (caller: Caller) => createClient(contract, createInProcessTransport(contract, core, caller))
  const admin = as(administrator)
  const door = as(core.callerOf('kiosk'))
  const pass = (ms: number): void => clock.set(new Date(clock.now().getTime() + ms))
  const done = <T>(act: ActName, result: Result<T>, idOf: (value: T) => string, answerOf: (value: T) => string = () => 'ok'): Done =>
    result.ok ? { act, id: idOf(result.value), answer: answerOf(result.value), isRefused: false } : refused(act, result.error)
  const nothing = (act: ActName, answer: string): Done => ({ act, id: null, answer, isRefused: false })
  const refused = (act: ActName, { code }: { readonly code: string }): Done => ({ act, id: null, answer: code, isRefused: true })
  const valueOf = <T>(result: Result<T>): T => {
    if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
    return result.value
  }

  async function scanAs(serial: string, scanId: string): Promise<Done> {
    asking('scan', `${scanId} ${serial}`)
    const stationId = random.pick(['front-door', 'rear-door']) ?? 'desk'
    return done('scan', await door.presence.scan({ serial, scanId, stationId }), () => scanId, ({ outcome }) => outcome)
  }

  return {
    scanAs,
    scan() {
      pass(1_000 + random.below(4_000))
      return scanAs(random.pick(badges) ?? '', randomUUID())
    },

    async visitorIn() {
      pass(2_000)
      const requestId = randomUUID()
      asking('visitorIn', requestId)
      const { free } = valueOf(await admin.visitors.passes({}))
      const badgeId = random.pick(free)?.badgeId ?? null
      const answer = await admin.visitors.signIn({ requestId, visitType: 'guest', firstName: 'Rig', lastName: `Visitor ${random.below(1_000)}`, purpose: 'information', badgeId, stationId: 'front-door' })
      return done('visitorIn', answer, () => requestId)
    },

    async visitorOut() {
      pass(2_000)
      const visit = random.pick(valueOf(await admin.visitors.inside({})).visits)
      if (visit === undefined) return nothing('visitorOut', 'nobody')
      asking('visitorOut', visit.id)
      return done('visitorOut', await admin.visitors.signOut({ visitId: visit.id, passReturned: random.next() < 0.9, stationId: 'front-door' }), ({ visitId }) => visitId)
    },

    /** A movement of today is given a time some seconds before its own. */
    async correct() {
      pass(1_000)
      const item = random.pick(valueOf(await admin.history.list({ limit: 30 })).items.filter(({ voided }) => !voided))
      if (item === undefined) return nothing('correct', 'nothing')
      asking('correct', item.id)
      return done('correct', await admin.history.correct({ movementId: item.id, direction: item.direction, at: new Date(Date.parse(item.at) - 1_000 - random.below(500)).toISOString(), reason: 'Rig' }), ({ movementId }) => movementId)
    },

    /** Somebody who is inside is signed out by hand, now. */
    async record() {
      pass(1_000)
      const person = random.pick(valueOf(await admin.presence.now({})).people.filter(({ kind }) => kind === 'member'))
      if (person === undefined) return nothing('record', 'nobody')
      asking('record', person.id)
      return done('record', await admin.history.record({ memberId: person.id, entries: [{ direction: 'out', at: null }], reason: 'Rig' }), ({ movementIds }) => movementIds[0] ?? '')
    },

    /** A secured building is opened by whoever is inside and may; an open one is secured by who holds it. */
    async lockup() {
      pass(60_000)
      const { holder } = valueOf(await admin.lockup.status({}))
      const person = holder ?? random.pick(valueOf(await admin.lockup.openers({})).people)
      if (person === undefined) return nothing('lockup', 'nobody')
      const own = as({ ...administrator, level: levels.basic, person: { memberId: person.id, name: person.displayName } })
      if (holder === null) {
        const opened = await own.lockup.open({})
        return opened.ok ? nothing('lockup', 'opened') : refused('lockup', opened.error)
      }
      const started = await own.lockup.start({})
      if (!started.ok) return refused('lockup', started.error)
      const requestId = randomUUID()
      asking('lockup', requestId)
      return done('lockup', await own.lockup.execute({ requestId, version: started.value.version }), () => requestId)
    },

    async import() {
      pass(5_000)
      const first = 10_000_000 + random.below(89_000_000)
      const rows = Array.from({ length: importedRows }, (_, index) => `R${first + index},S1,RIG ${first},NUMBER ${index},OPS,`)
      const file = { fileName: `${randomUUID()}.csv`, content: Buffer.from(['SN,RANK,LAST NAME,FIRST NAME,DEPT,EMAIL', ...rows].join('\r\n')).toString('base64') }
      asking('import', file.fileName)
      const preview = await admin.roll.preview({ file })
      if (!preview.ok) return refused('import', preview.error)
      return done('import', await admin.roll.import({ file, previewHash: preview.value.hash }), () => file.fileName)
    },

    async report() {
      const runId = randomUUID()
      asking('report', runId)
      const kind = random.pick(['presence', 'daily_checkin', 'handover'] as const) ?? 'presence'
      return done('report', await admin.reports.export({ runId, report: { kind }, format: random.pick(reportFormats) ?? 'csv' }), () => runId)
    },

    /** To a moment after 03:00: what is due then is done before this answers. */
    async reset() {
      const date = operationalDate(clock.now(), defaultUnitTime)
      asking('reset', date)
      clock.set(new Date(operationalDayWindow(date, defaultUnitTime).end.getTime() + 1_000))
      return done('reset', await door.dev.setClock({ now: null }), () => date)
    },
  }
}
