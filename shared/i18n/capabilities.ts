/**
 * What people may do, in words: one sentence for the calls of a feature that need the same right. When you add a call
 * whose feature and need are not here, this file does not compile: add the sentence in both languages.
 */
import type { Area, CapabilityWords } from '../contract/permissions.ts'

export interface Catalogue {
  area: Record<Area, string>
  can: CapabilityWords
}

const en: Catalogue = {
  area: {
    presence: 'Presence',
    history: 'History',
    members: 'Members',
    badges: 'Badges',
    roll: 'Nominal roll',
    definitions: 'Lists',
    accounts: 'Accounts and signing in',
    stations: 'Stations',
    settings: 'Unit and timings',
    audit: 'Audit trail',
    schedule: 'Rosters',
    calendar: 'Calendar',
    dds: 'DDS',
    lockup: 'Lockup',
    proofs: 'Badges shown as proof',
    alerts: 'Alerts',
    jobs: 'Daily jobs',
    dutyLog: 'Duty log',
    readers: 'Readers',
    reports: 'Reports',
    kiosk: 'Kiosk',
    system: 'State of Sentinel',
    dev: 'Development only',
  },
  can: {
    presence: { display: 'See who is in the building, and the latest comings and goings', device: 'Scan a badge' },
    history: {
      device: 'Take back a scan within ten seconds',
      quartermasterOrSelf: 'Read past movements; their own at any level',
      quartermaster: 'Sign people in or out by hand, close out those who forgot, see missed check-outs',
      adminOrDds: 'Correct and delete past movements',
      command: 'Export past movements',
    },
    members: {
      quartermaster: 'Search and list members',
      quartermasterOrSelf: 'Open a member’s profile; their own at any level',
      lockup: 'See who is qualified to hold the lockup',
      admin: 'Add, change, archive and import members; give tags and qualifications',
    },
    badges: { quartermaster: 'Look up badges, and mark one as returned', admin: 'Enrol, replace, lend, retire and delete badges' },
    definitions: { display: 'Read the lists', basic: 'Compare ranks and count who holds them', admin: 'Keep the lists: statuses, types, divisions, qualifications, tags' },
    accounts: { display: 'See whether somebody is signed in', device: 'Sign in, unlock, lock and sign out; set the desk up the first time', basic: 'Change their own PIN', admin: 'Give levels and set-up codes, disable accounts, end sessions' },
    stations: { display: 'See what stations are called', admin: 'Add, rename, order, switch off and delete stations' },
    settings: { display: 'See what the unit’s clock says', basic: 'Read the unit’s timings', admin: 'Change the unit, its timings and what reports go by' },
    dds: {
      display: 'See who is DDS, whether the weekly hand-over waits, and who covers a seat of the Duty Watch',
      device: 'Accept DDS and hand it over, each with their own badge',
      basic: 'Read the log of responsibilities',
      adminOrDds: 'Release DDS; put somebody into a seat of the Duty Watch for now',
      admin: 'Set the DDS of today',
    },
    lockup: { display: 'See whether the building is open and who holds lockup', device: 'Open, hand over and secure the building, each with their own badge', quartermaster: 'Read past openings, hand-overs and lockups' },
    proofs: { device: 'Show a badge to agree to an act' },
    alerts: { display: 'See how many alerts there are', device: 'See the alerts', quartermasterOrDds: 'Read past alerts, and keep notes that show when somebody scans', commandOrDds: 'Acknowledge alerts' },
    dutyLog: { basic: 'Read today’s page, tick the checklist and write in the log', quartermasterOrDds: 'Search the log of other days', admin: 'Change the duty page and its checklist' },
    readers: { display: 'See how the readers are', admin: 'Add and remove readers' },
    reports: { command: 'Make reports' },
    kiosk: { display: 'See whether the kiosk is open', quartermaster: 'Open the kiosk', device: 'Leave the kiosk with its exit code, or from level 3 on without it' },
    system: { display: 'See the state of Sentinel' },
    dev: { device: 'Simulate scans and set the clock', developer: 'Simulate attendance' },
  },
}

const fr: Catalogue = {
  area: {
    presence: 'Présence',
    history: 'Historique',
    members: 'Membres',
    badges: 'Insignes',
    roll: 'Rôle nominatif',
    definitions: 'Listes',
    accounts: 'Comptes et sessions',
    stations: 'Postes',
    settings: 'Unité et horaires',
    audit: 'Journal de vérification',
    schedule: 'Tableaux de service',
    calendar: 'Calendrier',
    dds: 'DDS',
    lockup: 'Fermeture',
    proofs: 'Insignes présentés comme preuve',
    alerts: 'Alertes',
    jobs: 'Tâches quotidiennes',
    dutyLog: 'Journal de service',
    readers: 'Lecteurs',
    reports: 'Rapports',
    kiosk: 'Kiosque',
    system: 'État de Sentinel',
    dev: 'Développement seulement',
  },
  can: {
    presence: { display: 'Voir qui est dans l’édifice, et les derniers passages', device: 'Présenter un insigne' },
    history: {
      device: 'Reprendre un passage dans les dix secondes',
      quartermasterOrSelf: 'Lire les passages antérieurs ; les siens à tout niveau',
      quartermaster: 'Inscrire des entrées et des sorties à la main, fermer celles qu’on a oubliées, voir les sorties oubliées',
      adminOrDds: 'Corriger et supprimer des passages antérieurs',
      command: 'Exporter les passages antérieurs',
    },
    members: {
      quartermaster: 'Chercher et lister les membres',
      quartermasterOrSelf: 'Ouvrir le dossier d’un membre ; le sien à tout niveau',
      lockup: 'Voir qui est qualifié pour le verrouillage',
      admin: 'Ajouter, modifier, archiver et importer des membres ; donner des étiquettes et des qualifications',
    },
    badges: { quartermaster: 'Consulter les insignes et inscrire un retour', admin: 'Attribuer, remplacer, prêter, retirer et supprimer des insignes' },
    definitions: { display: 'Lire les listes', basic: 'Comparer les grades et compter qui les porte', admin: 'Tenir les listes : statuts, types, divisions, qualifications, étiquettes' },
    accounts: { display: 'Voir si quelqu’un a une session', device: 'Ouvrir, déverrouiller, verrouiller et fermer une session ; installer le poste la première fois', basic: 'Changer son propre NIP', admin: 'Donner des niveaux et des codes de démarrage, désactiver des comptes, mettre fin à des sessions' },
    stations: { display: 'Voir comment les postes s’appellent', admin: 'Ajouter, renommer, ordonner, mettre hors service et supprimer des postes' },
    settings: { display: 'Voir ce que dit l’horloge de l’unité', basic: 'Lire les horaires de l’unité', admin: 'Modifier l’unité, ses horaires et les règles des rapports' },
    dds: {
      display: 'Voir qui est DDS, si la passation hebdomadaire attend, et qui couvre un poste du quart de service',
      device: 'Accepter le service de DDS et le passer, chacun avec son insigne',
      basic: 'Lire le journal des responsabilités',
      adminOrDds: 'Mettre fin au service de DDS ; mettre quelqu’un à un poste du quart de service pour le moment',
      admin: 'Désigner le DDS d’aujourd’hui',
    },
    lockup: { display: 'Voir si l’édifice est ouvert et qui a la fermeture', device: 'Ouvrir, remettre et fermer l’édifice, chacun avec son insigne', quartermaster: 'Lire les ouvertures, remises et fermetures passées' },
    proofs: { device: 'Présenter un insigne pour donner son accord' },
    alerts: { display: 'Voir combien d’alertes il y a', device: 'Voir les alertes', quartermasterOrDds: 'Lire les alertes passées, et tenir les notes qui s’affichent à la lecture d’un insigne', commandOrDds: 'Prendre acte des alertes' },
    dutyLog: { basic: 'Lire la page du jour, cocher la liste et écrire dans le journal', quartermasterOrDds: 'Chercher dans le journal des autres jours', admin: 'Modifier la page de service et sa liste' },
    readers: { display: 'Voir l’état des lecteurs', admin: 'Ajouter et retirer des lecteurs' },
    reports: { command: 'Produire des rapports' },
    kiosk: { display: 'Voir si le kiosque est ouvert', quartermaster: 'Ouvrir le kiosque', device: 'Quitter le kiosque avec son code de sortie, ou sans code dès le niveau 3' },
    system: { display: 'Voir l’état de Sentinel' },
    dev: { device: 'Simuler des lectures et régler l’horloge', developer: 'Simuler l’assiduité' },
  },
}

export const capabilities = { en, fr }
