export const ReadersRoom = () => null
