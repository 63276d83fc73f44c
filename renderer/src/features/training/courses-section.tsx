export const CoursesSection = () => null
