export const MembersRoom = () => null
