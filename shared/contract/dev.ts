import * as v from 'valibot'
import { call } from './kit.ts'
import { BadgeSerialText, Empty, Instant, StationId } from './fields.ts'
import { ScanOutcome } from './presence.ts'

/** Answered only where the host was started with --dev; a packaged build refuses that switch. */
export const dev = {
  setClock: call({
    needs: 'developer',
    summary: 'Sets the clock, from where it runs on; null gives the real time back.',
    input: v.object({ now: v.nullable(Instant) }),
    output: v.object({ now: Instant }),
    errors: ['dev_only'],
  }),
  scan: call({
    needs: 'developer',
    summary: 'Presents a badge to the simulated reader, as if it had been held there, and waits for the answer.',
    input: v.object({ serial: BadgeSerialText, stationId: v.optional(StationId) }),
    output: ScanOutcome,
    errors: ['dev_only', 'serial_invalid'],
  }),
  badges: call({
    needs: 'developer',
    summary: 'Badges to try a scan with.',
    input: Empty,
    output: v.object({ badges: v.array(v.object({ serial: v.string(), label: v.string() })) }),
    errors: ['dev_only'],
  }),
}
