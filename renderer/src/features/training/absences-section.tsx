export const AbsencesSection = () => null
