export const training = {
  title: 'Training',
  sections: 'What to show of training',
  section: { attendance: 'Attendance', calendar: 'Calendar', courses: 'Recruit courses', absences: 'Absences', years: 'Training years' },
} as const
