/** Badges held up to prove who agrees to an act (screens.md W-7). They move nobody. */
import * as v from 'valibot'
import { call, event } from './kit.ts'
import { Empty, Instant, PersonName, StationId, Uuid } from './fields.ts'

/** Where the badges are held up: the station of the window, unless it shows another door. */
export const BadgeStation = v.optional(StationId)

/** Whom the window takes for the one who acts: refused with `badge_needed` when somebody else’s badge was read there meanwhile. It never makes anybody act. */
export const MeantDoer = v.optional(Uuid)

export const ProofState = v.object({
  stationId: StationId,
  /** `complete`: everybody asked for has shown their badge, and the act may follow. */
  state: v.picklist(['waiting', 'complete', 'expired', 'cancelled', 'used']),
  people: v.array(v.object({ ...PersonName.entries, proven: v.boolean() })),
  expiresAt: Instant,
})

export const proofs = {
  awaitBadges: call({
    needs: 'device',
    summary: 'For thirty seconds a scan of one of these people’s badges at the station proves that they agree, and moves nobody; each proof gives thirty seconds more. Whoever is signed in, or scanned there within the last minute, is proven already.',
    input: v.object({ memberIds: v.pipe(v.array(Uuid), v.minLength(1), v.maxLength(3)), stationId: BadgeStation }),
    output: ProofState,
    errors: ['member_unknown'],
  }),
  cancel: call({ needs: 'device', summary: 'Badges count again at once.', input: v.object({ stationId: BadgeStation }), output: Empty, errors: [] }),
  changed: event({ needs: 'device', summary: 'A badge was shown as proof, or the wait for badges ended.', payload: ProofState }),
}
