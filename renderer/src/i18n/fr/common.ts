import type { Words } from '../words.ts'
import type { common as english } from '../en/common.ts'

export const common: Words<typeof english> = {
  appName: 'Sentinel',
  rooms: { desk: 'Poste', members: 'Membres', readers: 'Lecteurs', reports: 'Rapports' },
  skipToContent: 'Aller au contenu',
  mainNavigation: 'Pièces',
  close: 'Fermer',
  cancel: 'Annuler',
  retry: 'Réessayer',
  loading: 'Chargement…',
  language: 'English',
  languageLabel: 'Switch to English',
  theme: { label: 'Thème', light: 'Clair', dark: 'Sombre', night: 'Nuit', contrast: 'Contraste élevé' },
  direction: { in: 'Entrée', out: 'Sortie', refused: 'Refusé' },
  lost: {
    title: 'Cette fenêtre a perdu Sentinel.',
    text: 'Ce que vous voyez date de {{at}}. Elle se reconnecte d’elle-même ; les lecteurs comptent peut-être encore les insignes.',
  },
  database: { ready: 'Base de données prête', stalled: 'La base ne répond pas', full: 'Disque plein', closed: 'Base fermée' },
  databaseProblem: {
    stalled: 'La base de données ne répond pas : les passages ne sont pas inscrits. Fermez Sentinel, redémarrez-le et, d’ici là, utilisez le papier.',
    full: 'Le disque est plein : les passages ne sont pas inscrits. Libérez de l’espace et, d’ici là, utilisez le papier.',
    closed: 'La base de données est fermée.',
  },
  reader: {
    none: 'Aucun lecteur',
    ready_one: '{{count}} lecteur prêt',
    ready_other: '{{count}} lecteurs prêts',
    trouble: '{{ready}} lecteurs prêts sur {{total}}',
  },
  access: {
    title: 'Code d’accès',
    text: 'Sentinel a affiché un code là où il a été lancé. Collez-le ici.',
    field: 'Code',
    submit: 'Ouvrir',
    wrong: 'Ce n’est pas le code. Cherchez le mot « token » là où Sentinel a été lancé.',
  },
  dev: 'Développement : lecteur simulé, horloge réglable',
}
