/** Lockup: the promise to secure the building, held by exactly one person while it is open (domain.md 4.15). */
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { lockup } from '../../../../shared/contract/lockup.ts'
import { levels, type Caller } from '../../../../shared/domain/access.ts'
import { operationalDate, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Database, Tx } from '../../db/database.ts'
import { bumpPresenceRevision } from '../../db/presence-revision.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import { refuse } from '../../kit/refusal.ts'
import { readAuthority, type Authorised } from '../duty/authority.ts'
import { readDutyDay } from '../duty/duty-day.ts'
import { lockDuty } from '../duty/lock-duty.ts'
import type { Doer, Proofs } from '../proofs/service.ts'
import { ensureStation } from '../stations/stations.ts'
import { readCandidates, readSeats } from './candidates.ts'
import { agree, doerAs, type Consent } from './consent.ts'
import { changeCycle, giveLockup, lockPerson, lockPersonInside, lockStandingCycle, needStandingCycle, openBuilding, readStandingCycle, type Cycle, type Person } from './custody.ts'
import { findExecution, secureBuilding } from './execute.ts'
import { readCustody } from './history.ts'
import { readEverybody, toList } from './inside.ts'
import { logResponsibility, type Doing } from './responsibility-log.ts'
import { readExecution, readStatus } from './status.ts'

type Status = OutputOf<typeof lockup.status>
type List = OutputOf<typeof lockup.list>

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
  readonly unitTime: () => UnitTime
  readonly proofs: Proofs
}

interface Asked {
  readonly stationId?: string | undefined
  readonly note: string
  readonly override?: { readonly reason: string } | undefined
}

export function createLockupService({ database, clock, hub, unitTime, proofs }: Dependencies) {
  /** One act on the building, then everybody is told. `run` is given who acts and what with. */
  async function act<T>(asked: Asked, caller: Caller, run: (tx: Tx, doing: Doing, consent: Consent) => Promise<T>): Promise<T> {
    const stationId = asked.stationId ?? caller.stationId
    const consent: Consent = { proofs, caller, stationId, override: asked.override }
    const result = await database.transaction(async (tx) => {
      const at = clock.now()
      await ensureStation(tx, stationId, at)
      await lockDuty(tx)
      const doing = { at, actor: await doerAs(tx, consent), stationId, unitTime: unitTime(), note: [asked.override?.reason, asked.note].filter((text) => text !== undefined && text !== '').join(' · ') || null }
      return run(tx, doing, consent)
    })
    proofs.used(stationId)
    hub.emit('lockup.changed', {})
    return result
  }
  const statusNow = (tx: Tx): Promise<Status> => readStatus(tx, clock.now(), unitTime())

  /** Refuses `lockup_no_authority`. */
  async function needAuthority(tx: Tx, person: Person, now: Date): Promise<Authorised> {
    const authority = await readAuthority(tx, person.memberId, { now, duty: await readDutyDay(tx, now, unitTime()) })
    if (authority === undefined) throw refuse('lockup_no_authority', { name: person.displayName })
    return authority
  }
  /** The holder, whoever may hold lockup, and whoever is signed in with the level of lockup. Refuses `lockup_not_yours`. */
  async function needPerformer(tx: Tx, cycle: Cycle, person: Person, { level }: Doer, now: Date): Promise<void> {
    if (cycle.holderId === person.memberId || level >= levels.lockup) return
    const authority = await readAuthority(tx, person.memberId, { now, duty: await readDutyDay(tx, now, unitTime()) })
    if (authority === undefined) throw refuse('lockup_not_yours', { name: person.displayName })
  }
  async function listOf(tx: Tx): Promise<List> {
    const cycle = await readStandingCycle(tx)
    const status = await statusNow(tx)
    if (cycle === undefined) return { version: `${status.version}`, status: 'secured', people: [], locking: null }
    return { ...toList(cycle, await readEverybody(tx)), status: cycle.status, locking: status.locking }
  }
  return {
    status: (): Promise<Status> => database.read(statusNow),
    openers: () => database.read(async (tx) => ({ people: await readCandidates(tx, clock.now(), unitTime) })),
    recipients: () => database.read(async (tx) => ({ people: (await readCandidates(tx, clock.now(), unitTime)).filter(({ grounds }) => !grounds.includes('holder')) })),
    list: (): Promise<List> => database.read(listOf),
    execution: ({ executionId }: InputOf<typeof lockup.execution>) => database.read((tx) => readExecution(tx, executionId)),
    history: (input: InputOf<typeof lockup.history>) => database.read((tx) => readCustody(tx, input)),

    /** Refuses `badge_needed`, `badge_proof_needed`, `forbidden`, `member_unknown`, `not_inside`, `lockup_no_authority`, `building_open`. */
    open: (asked: InputOf<typeof lockup.open>, caller: Caller): Promise<Status> =>
      act(asked, caller, async (tx, doing, consent) => {
        const person = await lockPersonInside(tx, asked.memberId ?? proofs.doer(caller, consent.stationId).memberId)
        await agree(tx, consent, [person.memberId])
        const standing = await lockStandingCycle(tx)
        // Pressed twice by the same person, it is the same opening.
        if (standing?.holderId === person.memberId) return statusNow(tx)
        if (standing !== undefined) throw refuse('building_open', { name: (await lockPerson(tx, standing.holderId)).displayName })
        const { grounds, qualifications } = await needAuthority(tx, person, doing.at)
        await openBuilding(tx, person, doing, { grounds, qualifications, override: asked.override !== undefined })
        return statusNow(tx)
      }),

    /** Refuses `building_secured`, `lockup_same_person`, and what `open` refuses of the receiver and of the badges. */
    handOver: (asked: InputOf<typeof lockup.handOver>, caller: Caller): Promise<Status> =>
      act(asked, caller, async (tx, doing, consent) => {
        const to = await lockPersonInside(tx, asked.toMemberId)
        const cycle = await needStandingCycle(tx)
        const from = await lockPerson(tx, cycle.holderId)
        if (from.memberId === to.memberId) throw refuse('lockup_same_person', { name: to.displayName })
        await needAuthority(tx, to, doing.at)
        const confirmedBy = await agree(tx, consent, [from.memberId, to.memberId])
        const seat = asked.reason === 'manual' ? (await readSeats(tx, operationalDate(doing.at, unitTime()), unitTime))(to.memberId) : null
        await giveLockup(tx, cycle, from, to, { reason: seat === 'SWK' || seat === 'DSWK' ? 'duty_watch_takeover' : asked.reason, confirmedBy }, doing)
        return statusNow(tx)
      }),

    /** Refuses `badge_needed`, `building_secured`, `lockup_not_yours`. Asked again, it answers the list as it is now. */
    start: (asked: InputOf<typeof lockup.start>, caller: Caller): Promise<List> =>
      act(asked, caller, async (tx, doing, { stationId }) => {
        const doer = proofs.doer(caller, stationId, asked.meant)
        const person = await lockPerson(tx, doer.memberId)
        const cycle = await needStandingCycle(tx)
        await needPerformer(tx, cycle, person, doer, doing.at)
        if (cycle.status === 'open') {
          await changeCycle(tx, cycle.id, { status: 'locking_up', lockingSince: doing.at, lockingBy: person.memberId }, doing.at)
          await logResponsibility(tx, { responsibility: 'lockup', action: 'lockup_started', member: person, audit: { action: 'lockup_start', entityId: cycle.id } }, doing)
        }
        return listOf(tx)
      }),

    /** Refuses `badge_needed`, `building_secured`, `lockup_not_yours`, `lockup_not_started`. */
    cancel: (asked: InputOf<typeof lockup.cancel>, caller: Caller): Promise<Status> =>
      act(asked, caller, async (tx, doing, { stationId }) => {
        const doer = proofs.doer(caller, stationId, asked.meant)
        const person = await lockPerson(tx, doer.memberId)
        const cycle = await needStandingCycle(tx)
        if (cycle.lockingBy !== person.memberId) await needPerformer(tx, cycle, person, doer, doing.at)
        if (cycle.status !== 'locking_up') throw refuse('lockup_not_started')
        await changeCycle(tx, cycle.id, { status: 'open', lockingSince: null, lockingBy: null }, doing.at)
        await logResponsibility(tx, { responsibility: 'lockup', action: 'lockup_cancelled', member: person, audit: { action: 'lockup_cancel', entityId: cycle.id } }, doing)
        return statusNow(tx)
      }),

    /** Refuses what `secureBuilding` refuses, `badge_needed`, `lockup_not_yours`. */
    async execute(asked: InputOf<typeof lockup.execute>, caller: Caller): Promise<OutputOf<typeof lockup.execute>> {
      const earlier = await database.read((tx) => findExecution(tx, asked.requestId))
      if (earlier !== undefined) return database.read((tx) => readExecution(tx, earlier))
      const { execution, revision } = await act(asked, caller, async (tx, doing, { stationId }) => {
        const doer = proofs.doer(caller, stationId, asked.meant)
        const repeated = await findExecution(tx, asked.requestId)
        const performer = await lockPerson(tx, doer.memberId)
        const id = repeated ?? (await secureBuilding(tx, { ...asked, performer }, (cycle) => needPerformer(tx, cycle, performer, doer, doing.at), doing))
        return { execution: await readExecution(tx, id), revision: await bumpPresenceRevision(tx) }
      })
      hub.emit('presence.changed', { revision })
      hub.emit('visitors.changed', {})
      hub.emit('dds.changed', {})
      return execution
    },
  }
}

export type LockupService = ReturnType<typeof createLockupService>
