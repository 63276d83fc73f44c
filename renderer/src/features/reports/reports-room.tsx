export const ReportsRoom = () => null
