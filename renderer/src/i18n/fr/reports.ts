import type { Words } from '../words.ts'
import type { reports as english } from '../en/reports.ts'

export const reports: Words<typeof english> = {
  title: 'Rapports',
  day: {
    title: 'Rapport de la journée',
    text: 'Tous les passages d’une journée opérationnelle, et qui était à l’intérieur à la fin (ou y est maintenant), en CSV pour un tableur. Les cellules qu’un tableur prendrait pour une formule sont rendues inoffensives.',
    date: 'Journée opérationnelle',
    export: 'Exporter en CSV',
    done: '{{fileName}} : {{movements}} passages, {{inside}} à l’intérieur',
  },
}
