export const AttendanceSection = () => null
