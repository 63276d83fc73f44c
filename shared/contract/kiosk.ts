import * as v from 'valibot'
import { call, event } from './kit.ts'
import { Empty } from './fields.ts'

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
  changed: event({ needs: 'display', summary: 'The kiosk window was opened or left.', payload: v.object({ open: v.boolean() }) }),
}
