import type { Words } from '../words.ts'
import type { views as english } from '../en/views.ts'

export const views: Words<typeof english> = {
  key: {
    wall: 'Affichage mural',
    phone: 'Vue de téléphone',
    text: 'Cet écran montre qui est dans l’édifice dès qu’il a sa clé. Un administrateur en crée une sous Gestion → Passerelle : ouvrez son lien ici, ou collez la clé. Elle n’est demandée qu’une fois.',
    field: 'Clé',
    open: 'Ouvrir',
    unknown: 'Ce poste ne connaît pas cette clé.',
    unknownFix: 'Vérifiez qu’elle a été copiée en entier, ou demandez-en une autre à un administrateur.',
  },
  phone: {
    title: 'Téléphone de service',
    live: 'En direct',
    lost: 'Aucune connexion',
    asOf: 'Non connecté : état à {{at}}. La connexion reprend d’elle-même.',
    never: 'Pas encore connecté. Les essais continuent.',
    responsible: 'Qui est responsable',
    noDds: 'Personne encore',
    pending: 'pas encore accepté',
    inside: 'À l’intérieur',
    find: 'Chercher quelqu’un…',
    findLabel: 'Chercher quelqu’un à l’intérieur',
    clear: 'Effacer la recherche',
    nobody: 'Personne n’est dans l’édifice.',
    noMatch: 'Personne à l’intérieur ne correspond à « {{find}} ».',
    since: 'depuis {{at}}',
    found_one: '{{count}} personne',
    found_other: '{{count}} personnes',
    muster: { since: 'commencé à {{at}}' },
    theme: { light: 'Clair', dark: 'Sombre' },
  },
}
