import * as v from 'valibot'
import { call, event } from './kit.ts'
import { KioskSettingsSchema } from '../domain/kiosk-settings.ts'
import { Count, Empty, Instant, StationId, Version } from './fields.ts'

/** Chosen by the one who opens the kiosk, kept only as a slow hash. Six to twelve digits. */
export const ExitCode = v.pipe(v.string(), v.regex(/^\d{6,12}$/))

const KioskState = v.object({
  open: v.boolean(),
  hasCode: v.boolean(),
  /** Whose door it is; null = the station of the desk. */
  stationId: v.nullable(StationId),
})

/** What opens the way out: the PIN of the one whose badge was read there, or the exit code. */
export const WayOut = v.object({ exitCode: v.optional(v.pipe(v.string(), v.maxLength(12))), pin: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(64))), stationId: v.optional(StationId) })
export const wayOutErrors = ['exit_code_wrong', 'exit_code_locked', 'badge_needed', 'sign_in_wrong', 'sign_in_wait', 'sign_in_locked'] as const

export const kiosk = {
  state: call({ needs: 'display', summary: 'Whether the kiosk window is open, and whether an exit code was chosen for it.', input: Empty, output: KioskState, errors: [] }),
  open: call({
    needs: 'quartermaster',
    summary: 'Opens the full-screen kiosk window. It is left with badge and PIN of somebody of level lockup or the DDS, with the exit code if one is given, or from a signed-in desk.',
    input: v.object({ exitCode: v.optional(ExitCode), stationId: v.optional(StationId) }),
    output: Empty,
    errors: ['exit_code_weak'],
  }),
  awaitKeeper: call({ needs: 'device', summary: 'For thirty seconds the badge of one who may leave the kiosk, held up at the station, names them and moves nobody. Other badges count as always.', input: v.object({ stationId: v.optional(StationId) }), output: v.object({ expiresAt: Instant }), errors: [] }),
  cancelKeeper: call({ needs: 'device', summary: 'Every badge counts again at once.', input: v.object({ stationId: v.optional(StationId) }), output: Empty, errors: [] }),
  keeperRead: event({ needs: 'device', summary: 'The badge of one who may leave the kiosk was read at its exit panel.', payload: v.object({ stationId: StationId, displayName: v.string() }) }),
  leave: call({
    needs: 'device',
    summary: 'Closes the kiosk window: with the PIN of the one whose badge was read at the exit panel, with the exit code, or without either by a caller of level lockup and above.',
    input: WayOut,
    output: Empty,
    errors: ['kiosk_not_open', ...wayOutErrors],
  }),
  settings: call({ needs: 'display', summary: 'How a station’s kiosk sounds and how long its cards stay.', input: v.object({ stationId: StationId }), output: v.object({ settings: KioskSettingsSchema, version: Count }), errors: [] }),
  updateSettings: call({
    needs: 'quartermaster',
    summary: 'Saves how a station’s kiosk sounds and how long its cards stay, over the version that was seen.',
    input: v.object({ stationId: StationId, basedOn: Version, settings: KioskSettingsSchema }),
    output: v.object({ version: Count }),
    errors: ['station_unknown', 'setting_changed'],
  }),
  changed: event({ needs: 'display', summary: 'The kiosk window was opened or left.', payload: KioskState }),
}
