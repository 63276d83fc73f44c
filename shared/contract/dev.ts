import * as v from 'valibot'
import { Session } from './accounts.ts'
import { call } from './kit.ts'
import { BadgeSerialText, Empty, Instant, StationId } from './fields.ts'
import { ScanOutcome } from './presence.ts'

/** Answered only where the host was started with --dev; a packaged build refuses that switch. */
export const dev = {
  setClock: call({
    needs: 'device',
    summary: 'Sets the clock, from where it runs on; null gives the real time back.',
    input: v.object({ now: v.nullable(Instant) }),
    output: v.object({ now: Instant }),
    errors: ['dev_only'],
  }),
  scan: call({
    needs: 'device',
    summary: 'Presents a badge to the simulated reader, as if it had been held there, and waits for the answer.',
    input: v.object({ serial: BadgeSerialText, stationId: v.optional(StationId) }),
    output: ScanOutcome,
    errors: ['dev_only', 'serial_invalid'],
  }),
  signInAs: call({
    needs: 'device',
    summary: 'Signs in the first member of this level without a PIN: for a demonstration, and for journeys that are about something else.',
    input: v.object({ level: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6)) }),
    output: Session,
    errors: ['dev_only', 'member_unknown'],
  }),
  badges: call({
    needs: 'device',
    summary: 'Badges to try a scan with.',
    input: Empty,
    output: v.object({ badges: v.array(v.object({ serial: v.string(), label: v.string() })) }),
    errors: ['dev_only'],
  }),
}
