export const CalendarSection = () => null
