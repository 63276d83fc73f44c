export const reports = {
  title: 'Reports',
  day: {
    title: 'Day report',
    text: 'Every movement of one operational day, and who was inside at its end (or is now), as CSV for a spreadsheet. Cells that a spreadsheet would take for a formula are made harmless.',
    date: 'Operational day',
    export: 'Export CSV',
    today: 'Today',
    yesterday: 'The day before',
    done: 'Exported as {{fileName}}',
    movements_one: '{{count}} movement',
    movements_other: '{{count}} movements',
    inside: '{{count}} inside',
    hint: 'A day runs from {{rollover}} to {{rollover}} of the next.',
  },
} as const
