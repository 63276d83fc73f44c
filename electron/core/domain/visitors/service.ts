/** Visitors (domain.md 4.8): who is inside, who was, who comes back, whom they may come to see. */
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { visitors } from '../../../../shared/contract/visitors.ts'
import { operationalDayWindow, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Caller } from '../../../../shared/domain/access.ts'
import { badgeName } from '../../../../shared/domain/badge-serial.ts'
import { refuse } from '../../kit/refusal.ts'
import { createVisitActs, type Dependencies } from './acts.ts'
import { createExpectedVisits } from './expected.ts'
import { createRetention } from './retention.ts'
import { createPersonFile } from './person-file.ts'
import { createKioskLimits } from './kiosk-limits.ts'
import { createPassPrinter } from './print-pass.ts'
import { readFreePasses, readHistory, readHosts, readOutstandingPasses, readReturning, readVisit, readVisitsInside } from './queries.ts'
import { toLeaving, toVisit, type Visit } from './to-visit.ts'

export type VisitorsService = ReturnType<typeof createVisitorsService>

export function createVisitorsService(given: Dependencies & { readonly unitTime: () => UnitTime }) {
  const { database, unitTime, clock } = given
  const limitKiosk = createKioskLimits(clock)
  return {
    ...createVisitActs({ ...given, limitKiosk }),
    ...createExpectedVisits(given),
    ...createRetention(given),
    ...createPersonFile(given),
    ...createPassPrinter(given),

    inside: (): Promise<OutputOf<typeof visitors.inside>> => database.read(async (tx) => ({ visits: (await readVisitsInside(tx)).map(toVisit) })),

    /** Refuses `visit_unknown`. */
    get: ({ visitId }: InputOf<typeof visitors.get>): Promise<Visit> =>
      database.read(async (tx) => {
        const row = await readVisit(tx, visitId)
        if (row === undefined) throw refuse('visit_unknown')
        return toVisit(row)
      }),

    /** Initials only: whoever stands at a kiosk must not read who else is inside (screens.md 5.3). */
    async leaving(caller: Caller): Promise<OutputOf<typeof visitors.leaving>> {
      limitKiosk('leaving', caller)
      return database.read(async (tx) => ({ people: (await readVisitsInside(tx)).map(toLeaving) }))
    },

    passes: (): Promise<OutputOf<typeof visitors.passes>> =>
      database.read(async (tx) => ({
        free: (await readFreePasses(tx)).map(({ badgeId, isOutstanding, ...pass }) => ({ badgeId, label: badgeName(pass), isOutstanding })),
        outstanding: (await readOutstandingPasses(tx)).map(({ label, serial, until, ...row }) => ({ ...row, label: badgeName({ label, serial }), until: (until ?? new Date(0)).toISOString() })),
      })),

    history: (input: InputOf<typeof visitors.history>): Promise<OutputOf<typeof visitors.history>> =>
      database.read(async (tx) => {
        const start = input.from === null ? null : operationalDayWindow(input.from, unitTime()).start
        const end = input.to === null ? null : operationalDayWindow(input.to, unitTime()).end
        const rows = await readHistory(tx, input, start, end)
        const page = rows.slice(0, input.limit).map(toVisit)
        const last = page.at(-1)
        return { visits: page, next: rows.length > input.limit && last !== undefined ? { at: last.since, id: last.id } : null }
      }),

    returning: ({ search, limit }: InputOf<typeof visitors.returning>): Promise<OutputOf<typeof visitors.returning>> =>
      database.read(async (tx) => ({
        people: (await readReturning(tx, search, limit)).map(({ visit: { id, displayName, since, visitType, firstName, lastName, rank, organization, purpose, details, recruitmentStep, hostMemberId, phone, licensePlate }, visits, isInside, hostName, hostAdmission }) => {
          // A host who has left the unit cannot be visited again.
          const host = hostMemberId === null || hostName === null || hostAdmission !== 'admit' ? null : { id: hostMemberId, displayName: hostName }
          return { visitId: id, displayName, lastVisit: since.toISOString(), visits, isInside, visitType, firstName, lastName, rank, organization, purpose, details, recruitmentStep, hostMemberId: host?.id ?? null, phone, licensePlate, host }
        }),
      })),

    async hosts({ search, limit }: InputOf<typeof visitors.hosts>, caller: Caller): Promise<OutputOf<typeof visitors.hosts>> {
      limitKiosk('hosts', caller)
      return database.read(async (tx) => ({ people: await readHosts(tx, search, limit) }))
    },
  }
}
