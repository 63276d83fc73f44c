import { useRoom } from '../../stores/room.ts'
import { leave } from '../../stores/unsaved.ts'
import { useRollView } from '../members/roll-store.ts'

/** From anywhere to the profile of a member. */
export const openProfile = (memberId: string): void =>
  leave(() => {
    useRollView.setState({ opened: memberId })
    useRoom.setState({ room: 'members' })
  })
