/** DDS: who has the duty today, and how it changes hands (domain.md 4.12). */
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { dds } from '../../../../shared/contract/dds.ts'
import type { Caller } from '../../../../shared/domain/access.ts'
import type { UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Database, Tx } from '../../db/database.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import { errorFields, type Log } from '../../kit/log.ts'
import { refuse } from '../../kit/refusal.ts'
import { actorOf } from '../audit/write.ts'
import { readDdsQualified } from '../duty/authority.ts'
import { readDutyDay, type DutyDay } from '../duty/duty-day.ts'
import { lockDuty } from '../duty/lock-duty.ts'
import { agree, doerAs, type Consent } from '../lockup/consent.ts'
import { logResponsibility, type Doing } from '../lockup/responsibility-log.ts'
import type { Proofs } from '../proofs/service.ts'
import { ensureStation } from '../stations/stations.ts'
import { activate, endAssignment, lockCandidate } from './assignments.ts'
import type { LiveDdsWatch } from './live-dds.ts'
import { clearLiveDuty, readLiveDuties, setLiveDuty } from './live-duty.ts'
import { readHandover, readLog, readOpenItems, readToday } from './queries.ts'
import { readPrompt, readStartOfDay, type StartOfDay } from './start-of-day.ts'

type Today = OutputOf<typeof dds.today>

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
  readonly log: Log
  readonly unitTime: () => UnitTime
  readonly proofs: Proofs
  /** Rights follow the duty before the act is answered. */
  readonly liveDds: LiveDdsWatch
}

interface Asked {
  readonly stationId?: string | undefined
  readonly note: string
  readonly override?: { readonly reason: string } | undefined
}

export function createDdsService({ database, clock, hub, log, unitTime, proofs, liveDds }: Dependencies) {
  const dutyNow = (tx: Tx): Promise<DutyDay> => readDutyDay(tx, clock.now(), unitTime())

  /** One act on the duty. @param run answers whether lockup changed with it */
  async function act(asked: Asked, caller: Caller, run: (tx: Tx, duty: DutyDay, doing: Doing, consent: Consent) => Promise<boolean>): Promise<Today> {
    const stationId = asked.stationId ?? caller.stationId
    const consent: Consent = { proofs, caller, stationId, override: asked.override }
    const { aligned, today } = await database.transaction(async (tx) => {
      const at = clock.now()
      await ensureStation(tx, stationId, at)
      await lockDuty(tx)
      const note = [asked.override?.reason, asked.note].filter((text) => text !== undefined && text !== '').join(' · ') || null
      const doing = { at, actor: await doerAs(tx, consent), stationId, unitTime: unitTime(), note }
      return { aligned: await run(tx, await dutyNow(tx), doing, consent), today: await readToday(tx, await dutyNow(tx)) }
    })
    proofs.used(stationId)
    await liveDds.refresh()
    hub.emit('dds.changed', {})
    if (aligned) hub.emit('lockup.changed', {})
    return today
  }

  const cover = async (run: (tx: Tx, at: Date) => Promise<void>) => {
    const duties = await database.transaction(async (tx) => {
      await lockDuty(tx)
      await run(tx, clock.now())
      return readLiveDuties(tx)
    })
    hub.emit('dds.changed', {})
    return duties
  }

  return {
    today: (): Promise<Today> => database.read(async (tx) => readToday(tx, await dutyNow(tx))),
    handover: (): Promise<OutputOf<typeof dds.handover>> => database.read(async (tx) => readHandover(tx, await dutyNow(tx), clock.now())),
    log: (input: InputOf<typeof dds.log>) => database.read((tx) => readLog(tx, input)),
    candidates: (): Promise<OutputOf<typeof dds.candidates>> =>
      database.read(async (tx) => {
        const duty = await dutyNow(tx)
        const expected = new Set([duty.live?.memberId, duty.thisWeek?.memberId])
        const people = await readDdsQualified(tx, clock.now(), null)
        return { people: people.map(({ memberId, displayName, serviceNumber }) => ({ id: memberId, displayName, numberTail: serviceNumber.slice(-3), isExpected: expected.has(memberId), isLive: duty.live?.memberId === memberId })) }
      }),

    /** Refuses `badge_needed`, `member_unknown`. */
    async startOfDay({ stationId }: InputOf<typeof dds.startOfDay>, caller: Caller): Promise<StartOfDay> {
      const { memberId } = proofs.doer(caller, stationId ?? caller.stationId)
      return database.read((tx) => readStartOfDay(tx, memberId, clock.now(), unitTime()))
    },
    /** After a member's scan in: what they may take on, or null. */
    async promptFor(memberId: string): Promise<StartOfDay | null> {
      try {
        return await database.read((tx) => readPrompt(tx, memberId, clock.now(), unitTime()))
      } catch (error) {
        // Whoever has arrived has arrived: the next one is asked.
        log.error('dds.prompt_failed', { memberId, ...errorFields(error) })
        return null
      }
    },

    /** Refuses `badge_needed`, `not_inside`, `dds_not_qualified`, `dds_taken`, `dds_handover_pending`. Again, it answers the same. */
    accept: (asked: InputOf<typeof dds.accept>, caller: Caller): Promise<Today> =>
      act(asked, caller, async (tx, duty, doing, { stationId }) => {
        const person = await lockCandidate(tx, proofs.doer(caller, stationId, asked.meant).memberId, doing.at)
        const { assignment, live, handover, lastWeek } = duty
        if (assignment?.memberId === person.memberId && assignment.status === 'active') return false
        if (handover !== 'none' && lastWeek !== null && lastWeek.memberId !== person.memberId) throw refuse('dds_handover_pending', { name: lastWeek.displayName })
        if (live?.status === 'active' && live.memberId !== person.memberId) throw refuse('dds_taken', { name: live.displayName })
        return activate(tx, person, duty, { action: 'self_accepted', audit: 'dds_accept', details: { sameDayTakeover: live !== null && live.memberId !== person.memberId } }, doing)
      }),

    /** Refuses `member_unknown`, `not_inside`, `dds_not_qualified`. Again, it answers the same. */
    set: (asked: InputOf<typeof dds.set>, caller: Caller): Promise<Today> =>
      act(asked, caller, async (tx, duty, doing) => {
        const person = await lockCandidate(tx, asked.memberId, doing.at)
        if (duty.assignment?.memberId === person.memberId && duty.assignment.status === 'active') return false
        return activate(tx, person, duty, { action: 'assigned', audit: 'dds_assign', details: { endsHandover: duty.handover !== 'none' } }, doing)
      }),

    /** Refuses `dds_none`, `dds_same_person`, `badge_proof_needed`, `forbidden`, and what `set` refuses of the receiver. */
    transfer: (asked: InputOf<typeof dds.transfer>, caller: Caller): Promise<Today> =>
      act(asked, caller, async (tx, duty, doing, consent) => {
        if (duty.live === null) throw refuse('dds_none')
        if (duty.live.memberId === asked.toMemberId) throw refuse('dds_same_person', { name: duty.live.displayName })
        const person = await lockCandidate(tx, asked.toMemberId, doing.at)
        const confirmedBy = await agree(tx, consent, [duty.live.memberId, person.memberId])
        return activate(tx, person, duty, { action: 'transferred', audit: 'dds_transfer', details: { confirmedBy } }, doing)
      }),

    /** Refuses `dds_none`. What the roster says stands again: it is for somebody to accept. */
    release: (asked: InputOf<typeof dds.release>, caller: Caller): Promise<Today> =>
      act(asked, caller, async (tx, { assignment, today }, doing) => {
        if (assignment === null) throw refuse('dds_none')
        await endAssignment(tx, assignment.id, { status: 'released', transferredTo: null }, doing.at)
        await logResponsibility(tx, { responsibility: 'dds', action: 'released', member: assignment, audit: { action: 'dds_release', entityId: assignment.id, details: { operationalDate: today } } }, doing)
        return false
      }),

    /** Refuses `dds_handover_none`, `dds_handover_open`, and what `transfer` refuses of receiver and badges. */
    completeHandover: (asked: InputOf<typeof dds.completeHandover>, caller: Caller): Promise<Today> =>
      act(asked, caller, async (tx, duty, doing, consent) => {
        const { handover, lastWeek: outgoing, thisWeek: incoming } = duty
        if (handover === 'none' || outgoing === null || incoming === null) throw refuse('dds_handover_none')
        const open = await readOpenItems(tx)
        if (open.some(({ kind }) => !asked.acknowledged.includes(kind))) throw refuse('dds_handover_open')
        const person = await lockCandidate(tx, incoming.memberId, doing.at)
        const confirmedBy = await agree(tx, consent, [outgoing.memberId, incoming.memberId])
        return activate(tx, person, duty, { action: 'transferred', audit: 'dds_transfer', details: { confirmedBy, weekly: true, acknowledged: open } }, doing)
      }),

    liveDuties: (): Promise<OutputOf<typeof dds.liveDuties>> => database.read(readLiveDuties),
    /** Refuses what `setLiveDuty` refuses. */
    setLiveDuty: (input: InputOf<typeof dds.setLiveDuty>, caller: Caller) => cover((tx, at) => setLiveDuty(tx, input, actorOf(caller), at)),
    /** Refuses `live_duty_unknown`. */
    clearLiveDuty: (input: InputOf<typeof dds.clearLiveDuty>, caller: Caller) => cover((tx, at) => clearLiveDuty(tx, input, actorOf(caller), at)),
  }
}

export type DdsService = ReturnType<typeof createDdsService>
