import type { Words } from '../words.ts'
import type { kiosk as english } from '../en/kiosk.ts'

export const kiosk: Words<typeof english> = {
  title: 'Kiosque',
  hold: 'Présentez votre insigne au lecteur',
  nextScan: 'Vous pouvez présenter les insignes l’un après l’autre, sans attendre.',
  state: {
    opening: 'Sentinel démarre',
    ready: 'Prêt',
    noReader: 'Lecteur clavier seulement',
    connecting: 'Le lecteur démarre',
    absent: 'Lecteur débranché',
    faulted: 'Lecteur en panne',
    lost: 'Pas de connexion avec Sentinel',
    stalled: 'Les passages ne sont pas inscrits',
    full: 'Les passages ne sont pas inscrits : le disque est plein',
    closed: 'Sentinel se ferme',
  },
  help: {
    moment: 'Un instant, s’il vous plaît.',
    reader: 'Avertissez le poste de service. On peut vous noter.',
    paper: 'Demandez au poste de service de vous noter sur papier.',
  },
  at: '{{text}} {{time}}',
  already: { in: 'Entrée déjà inscrite à {{time}}', out: 'Sortie déjà inscrite à {{time}}' },
  contractEnded: 'Contrat terminé le {{date}} : voyez le bureau du navire',
  last: 'Derniers passages',
  noScans: 'Aucun passage',
  badge: 'Insigne …{{tail}}',
  soundOff: 'Le son est coupé',
  soundOn: 'Le son est en marche',
  soundBlocked: 'Le son commence au premier toucher',
  exit: {
    title: 'Quitter le kiosque',
    text: 'Entrez le code de sortie choisi à l’ouverture du kiosque.',
    entered_one: '{{count}} chiffre entré',
    entered_other: '{{count}} chiffres entrés',
    back: 'Effacer le dernier chiffre',
    leave: 'Quitter',
    left: 'Le kiosque est fermé. Vous pouvez fermer cet onglet.',
    corner: 'Coin du kiosque',
  },
}
