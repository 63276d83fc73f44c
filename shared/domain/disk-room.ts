/** How much room is left on the disk that holds the desk's data (trust.md 3.2: warned of before it is full). */
export const roomStates = ['enough', 'low', 'very_low'] as const
export type RoomState = (typeof roomStates)[number]
