import * as v from 'valibot'
import { call, event } from './kit.ts'
import { KioskSettingsSchema } from '../domain/kiosk-settings.ts'
import { Count, Empty, StationId } from './fields.ts'

/** Chosen by the one who opens the kiosk, kept only as a slow hash. Six to twelve digits. */
export const ExitCode = v.pipe(v.string(), v.regex(/^\d{6,12}$/))

export const kiosk = {
  state: call({ needs: 'display', summary: 'Whether the kiosk window is open.', input: Empty, output: v.object({ open: v.boolean() }), errors: [] }),
  open: call({
    needs: 'quartermaster',
    summary: 'Opens the full-screen kiosk window. It is left with the exit code, or from a signed-in desk.',
    input: v.object({ exitCode: ExitCode }),
    output: Empty,
    errors: ['exit_code_weak'],
  }),
  leave: call({
    needs: 'device',
    summary: 'Closes the kiosk window: with the exit code, or without one by a caller of level lockup and above.',
    input: v.object({ exitCode: v.optional(v.pipe(v.string(), v.maxLength(12))) }),
    output: Empty,
    errors: ['exit_code_wrong', 'exit_code_locked', 'kiosk_not_open'],
  }),
  settings: call({ needs: 'display', summary: 'How a station’s kiosk sounds and how long its cards stay.', input: v.object({ stationId: StationId }), output: v.object({ settings: KioskSettingsSchema, version: Count }), errors: [] }),
  updateSettings: call({
    needs: 'quartermaster',
    summary: 'Saves how a station’s kiosk sounds and how long its cards stay, over the version that was seen.',
    input: v.object({ stationId: StationId, basedOn: Count, settings: KioskSettingsSchema }),
    output: v.object({ version: Count }),
    errors: ['station_unknown', 'setting_changed'],
  }),
  changed: event({ needs: 'display', summary: 'The kiosk window was opened or left.', payload: v.object({ open: v.boolean() }) }),
}
