import type { Words } from '../words.ts'
import type { reports as english } from '../en/reports.ts'

export const reports: Words<typeof english> = {
  title: 'Rapports',
  day: {
    title: 'Rapport de la journée',
    text: 'Tous les passages d’une journée opérationnelle, et qui était à l’intérieur à la fin (ou y est maintenant), en CSV pour un tableur. Les cellules qu’un tableur prendrait pour une formule sont rendues inoffensives.',
    date: 'Journée opérationnelle',
    export: 'Exporter en CSV',
    today: 'Aujourd’hui',
    yesterday: 'La veille',
    done: 'Exporté sous le nom {{fileName}}',
    movements_one: '{{count}} passage',
    movements_other: '{{count}} passages',
    inside: '{{count}} à l’intérieur',
    hint: 'Une journée va de {{rollover}} à {{rollover}} le lendemain.',
  },
}
