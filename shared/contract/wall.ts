import * as v from 'valibot'
import { call, event } from './kit.ts'
import { Empty } from './fields.ts'

const WallState = v.object({ open: v.boolean() })

export const wall = {
  state: call({ needs: 'display', summary: 'Whether the wall display is open.', input: Empty, output: WallState, errors: [] }),
  open: call({ needs: 'quartermaster', summary: 'Opens the wall display on another screen. It shows, and takes nothing.', input: Empty, output: Empty, errors: [] }),
  close: call({ needs: 'quartermaster', summary: 'Closes the wall display.', input: Empty, output: Empty, errors: [] }),
  changed: event({ needs: 'display', summary: 'The wall display was opened or closed.', payload: WallState }),
}
