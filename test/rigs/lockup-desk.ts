/**
 * A desk that is opened and locked up again and again, as fast as it goes, until it is killed, for the fault test of
 * electron/core/domain/lockup: `node lockup-desk.ts run|check <folder>`. `run` prints `ready`, waits for a line, then prints
 * `ask <requestId>` before and `ack <requestId> <ms>` as soon as a lockup is answered. `check` prints one JSON line: what the record says of itself.
 */
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { eq, sql } from 'drizzle-orm'
import type { SentinelEvents } from '../../shared/contract/index.ts'
import { levels, type Caller } from '../../shared/domain/access.ts'
import { defaultUnitTime } from '../../shared/domain/operational-day.ts'
import type { Database } from '../../electron/core/db/database.ts'
import { openDatabase } from '../../electron/core/db/open.ts'
import { lockupCycle, lockupExecution, member, memberPresence, missedCheckout, movement, qualificationGrant, qualificationType, rank, station } from '../../electron/core/db/schema/index.ts'
import type { Gone } from '../../electron/core/domain/lockup/execute.ts'
import { createLockupService } from '../../electron/core/domain/lockup/service.ts'
import { setPresence } from '../../electron/core/domain/presence/close-out.ts'
import { createProofs } from '../../electron/core/domain/proofs/service.ts'
import { systemClock } from '../../electron/core/kit/clock.ts'
import { createHub } from '../../electron/core/kit/hub.ts'
import { silentLog } from '../../electron/core/kit/log.ts'

const people = 60
const [mode = '', dataDir = ''] = process.argv.slice(2)
const say = (line: string): void => void writeSync(1, `${line}\n`)
const database = await openDatabase({ dataDir, clock: systemClock, log: silentLog, appVersion: 'rig' })

/** The roll, once: the first of them may hold lockup. @returns their ids, the holder first */
async function enlist(): Promise<string[]> {
  const known = await database.read((tx) => tx.select({ id: member.id }).from(member).orderBy(member.serviceNumber))
  if (known.length > 0) return known.map(({ id }) => id)
  const at = new Date()
  const ids = Array.from({ length: people }, () => randomUUID())
  await database.transaction(async (tx) => {
    const [[s1], [swk]] = [await tx.select().from(rank).where(eq(rank.code, 'S1')), await tx.select().from(qualificationType).where(eq(qualificationType.code, 'SWK'))]
    await tx.insert(station).values({ id: 'desk', name: 'Desk', createdAt: at, updatedAt: at }).onConflictDoNothing()
    await tx.insert(member).values(ids.map((id, index) => ({ id, serviceNumber: `V${100_000 + index}`, rankId: s1?.id ?? '', firstName: 'Rig', lastName: `Rig${index}`, displayName: `S1 Rig${index}, R`, searchName: `rig${index}`, memberType: 'class_a', status: 'active', source: 'nominal_roll' as const, createdAt: at, updatedAt: at })))
    await tx.insert(qualificationGrant).values({ id: randomUUID(), memberId: ids[0] ?? '', typeId: swk?.id ?? '', source: 'manual', grantedAt: at, grantedBy: 'Rig' })
  })
  return ids
}

/** Everybody who is outside comes in, in one act. */
async function fill(ids: readonly string[]): Promise<void> {
  await database.transaction(async (tx) => {
    const inside = new Set((await tx.select({ id: memberPresence.memberId }).from(memberPresence).where(eq(memberPresence.direction, 'in'))).map(({ id }) => id))
    const at = new Date()
    const rows = ids.filter((id) => !inside.has(id)).map((memberId) => ({ id: randomUUID(), memberId, direction: 'in' as const, at, recordedAt: at, stationId: 'desk', method: 'manual' as const }))
    if (rows.length === 0) return
    await tx.insert(movement).values(rows)
    await setPresence(tx, rows.map(({ id, memberId, direction, recordedAt, stationId }) => ({ memberId, direction, at, recordedAt, movementId: id, stationId })))
  })
}

async function run(): Promise<void> {
  const ids = await enlist()
  const hub = createHub<SentinelEvents>(silentLog)
  const proofs = createProofs({ database, clock: systemClock, hub })
  const lockup = createLockupService({ database, clock: systemClock, hub, unitTime: () => defaultUnitTime, proofs })
  const holder: Caller = { kind: 'desk', id: 'desk', stationId: 'desk', scopes: ['device'], person: { memberId: ids[0] ?? '', name: 'S1 Rig0, R' }, level: levels.basic, liveDds: false }
  const asked = { note: '' }
  say('ready')
  await new Promise((resolve) => process.stdin.once('data', resolve))
  for (;;) {
    await fill(ids)
    await lockup.open(asked, holder)
    const { version } = await lockup.start(asked, holder)
    const requestId = randomUUID()
    say(`ask ${requestId}`)
    const began = performance.now()
    await lockup.execute({ ...asked, requestId, version }, holder)
    say(`ack ${requestId} ${Math.round(performance.now() - began)}`)
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** What must agree with what: each number of `broken` is 0 in a record that is whole. */
async function check(from: Database): Promise<unknown> {
  return from.read(async (tx) => {
    const executions = await tx.select().from(lockupExecution)
    const gone = executions.flatMap((execution) => (execution.people as Gone[]).map((person) => ({ at: execution.executedAt.getTime(), id: person.id })))
    const outs = new Set((await tx.select().from(movement).where(eq(movement.direction, 'out'))).map((row) => `${row.memberId} ${row.recordedAt.getTime()}`))
    const { rows } = (await tx.execute(sql`
      select
        (select count(*)::int from lockup_cycle c where c.status = 'secured' and not exists (select 1 from lockup_execution e where e.cycle_id = c.id)) as "securedWithoutExecution",
        (select count(*)::int from lockup_execution e join lockup_cycle c on c.id = e.cycle_id where c.status <> 'secured') as "executedNotSecured",
        (select count(*)::int from member_presence p where p.direction <> (select m.direction from movement m where m.member_id = p.member_id order by m.at desc, m.seq desc limit 1)) as "presenceNotLatest",
        (select count(*)::int from (select direction, lag(direction) over (partition by member_id order by at, seq) as before from movement) m where m.direction = m.before) as "notAlternating",
        (select count(*)::int from responsibility_log where action = 'building_lockup') - (select count(*)::int from lockup_execution) as "logsMissing",
        (select coalesce(sum(missed_checkout_count), 0)::int from member) - (select count(*)::int from missed_checkout) as "miscounted"`)) as unknown as { rows: Record<string, number>[] }
    return {
      broken: { ...rows[0], gonePeopleWithoutOut: gone.filter(({ id, at }) => !outs.has(`${id} ${at}`)).length, outsOfNobody: outs.size - gone.length, missed: (await tx.$count(missedCheckout)) - executions.length * (people - 1) },
      requests: executions.map(({ requestId }) => requestId),
      inside: await tx.$count(memberPresence, eq(memberPresence.direction, 'in')),
      standing: await tx.select({ status: lockupCycle.status }).from(lockupCycle).where(sql`status <> 'secured'`),
    }
  })
}

if (mode === 'run') await run()
else {
  say(JSON.stringify(await check(database)))
  await database.close()
  process.exit(0)
}
