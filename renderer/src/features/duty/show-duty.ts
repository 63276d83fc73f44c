import { useRoom } from '../../stores/room.ts'
import { leave } from '../../stores/unsaved.ts'

/** Opens the Duty room with the keyboard in one of its parts (screens.md 5.2 F6, F7). */
export const showDuty = (part: 'dds' | 'lockup'): void =>
  leave(() => {
    useRoom.setState({ room: 'duty' })
    // Once the room is drawn.
    requestAnimationFrame(() => document.getElementById(`${part}-part`)?.focus())
  })
