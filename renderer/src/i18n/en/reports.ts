export const reports = {
  title: 'Reports',
  day: {
    title: 'Day report',
    text: 'Every movement of one operational day, and who was inside at its end (or is now), as CSV for a spreadsheet. Cells that a spreadsheet would take for a formula are made harmless.',
    date: 'Operational day',
    export: 'Export CSV',
    done: '{{fileName}}: {{movements}} movements, {{inside}} inside',
  },
} as const
