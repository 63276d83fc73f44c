export const YearsSection = () => null
