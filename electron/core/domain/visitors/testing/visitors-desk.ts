/** A desk that visitors come to: what its tests do over and over. */
import { parse } from 'valibot'
import { visitors as contract } from '../../../../../shared/contract/visitors.ts'
import type { Caller } from '../../../../../shared/domain/access.ts'
import { defaultUnitTime } from '../../../../../shared/domain/operational-day.ts'
import { signedInDesk } from '../../../app/testing/test-callers.ts'
import { badge } from '../../../db/schema/index.ts'
import { newId } from '../../../kit/id.ts'
import { openHistoryDesk } from '../../history/testing/history-desk.ts'
import { createVisitorsService } from '../service.ts'

export const quartermaster = signedInDesk('quartermaster')
export const kiosk: Caller = { ...quartermaster, kind: 'kiosk', id: 'kiosk', stationId: 'front-door', person: null, level: 0 }
export const reader = { kind: 'device' as const, id: 'reader', name: 'Reader' }

export async function openVisitorsDesk() {
  const desk = await openHistoryDesk()
  const { database, clock, hub, presence } = desk
  const visitors = createVisitorsService({ database, clock, hub, unitTime: () => defaultUnitTime })
  return {
    ...desk,
    visitors,
    signIn: (given: object = {}, caller: Caller = quartermaster) => visitors.signIn(parse(contract.signIn.input, { requestId: newId(), visitType: 'guest', firstName: 'Émilie', lastName: 'Bélanger', purpose: 'information', ...given }), caller),
    signOut: (visitId: string, given: object = {}, caller: Caller = quartermaster) => visitors.signOut(parse(contract.signOut.input, { visitId, ...given }), caller),
    scan: (serial: string, scanId?: string) => presence.scan({ serial, stationId: 'front-door', actor: reader, ...(scanId !== undefined && { scanId }) }),
    async addPass(label: string, over: Partial<typeof badge.$inferInsert> = {}): Promise<{ id: string; serial: string }> {
      const pass = { id: newId(), serial: `CAFE${label.replace(/\W/g, '')}` }
      await database.transaction((tx) => tx.insert(badge).values({ ...pass, kind: 'visitor', label, status: 'active', createdAt: clock.now(), updatedAt: clock.now(), ...over }))
      return pass
    },
    later: (minutes: number): void => clock.set(new Date(clock.now().getTime() + minutes * 60_000)),
    inside: async (): Promise<string[]> => (await presence.now()).people.map(({ displayName }) => displayName),
  }
}

export type VisitorsDesk = Awaited<ReturnType<typeof openVisitorsDesk>>
