import type { Words } from './words.ts'

export const en = {
  last_administrator: { message: 'That would leave the unit without an administrator who can sign in. Nothing was changed.', howToFix: 'Give somebody else the level of administrator, a badge and a PIN first.' },
  already_set_up: { message: 'This Sentinel has an administrator already.', howToFix: 'Sign in, or ask the administrator.' },
  not_set_up: { message: 'This Sentinel has not been set up yet.', howToFix: 'Set it up at the duty desk: it asks for the first administrator.' },
  sign_in_wrong: { message: 'Badge and PIN do not match.', howToFix: 'Try again. After five wrong PINs the badge must wait 15 minutes; scanning in and out goes on.' },
  sign_in_wait: { message: 'That was wrong a moment ago.', howToFix: 'Wait {{seconds}} s and try again.' },
  sign_in_locked: { message: 'Too many wrong PINs: signing in is locked for this badge or this station.', howToFix: 'Wait {{minutes}} min. Scanning in and out goes on as always.' },
  not_signed_in: { message: 'Nobody is signed in at this desk.', howToFix: 'Sign in with badge and PIN.' },
  pin_weak: { message: 'That PIN is too easy to guess: {{problem}}.', howToFix: 'Choose 6 to 12 digits that are not all alike, not in a row, not a year and not a part of your service number.' },
  pin_same: { message: 'That is the PIN you have now.', howToFix: 'Choose another one.' },
  setup_code_wrong: { message: 'Badge and set-up code do not match, or the code has ended.', howToFix: 'Type the code again, or ask the administrator for a new one.' },
  account_above_you: { message: '{{name}} has a higher level than you.', howToFix: 'Ask somebody of that level.' },
  level_above_yours: { message: 'You cannot give a level above your own.', howToFix: 'Choose a lower level.' },
  account_own: { message: 'You cannot do that to your own account.', howToFix: 'Ask another administrator.' },
  account_without_badge: { message: '{{name}} has no badge to sign in with.', howToFix: 'Give them a badge first.' },
  serial_taken: { message: 'That badge belongs to somebody already.', howToFix: 'Use another badge.' },
} as const satisfies Record<string, Words>

export const fr: Record<keyof typeof en, Words> = {
  last_administrator: { message: 'L’unité n’aurait plus d’administrateur qui puisse ouvrir une session. Rien n’a été changé.', howToFix: 'Donnez d’abord à quelqu’un d’autre le niveau d’administrateur, un insigne et un NIP.' },
  already_set_up: { message: 'Ce Sentinel a déjà un administrateur.', howToFix: 'Ouvrez une session ou demandez à l’administrateur.' },
  not_set_up: { message: 'Ce Sentinel n’est pas encore configuré.', howToFix: 'Configurez-le au poste de service : il demande le premier administrateur.' },
  sign_in_wrong: { message: 'L’insigne et le NIP ne correspondent pas.', howToFix: 'Réessayez. Après cinq NIP erronés, l’insigne doit attendre 15 minutes ; les entrées et sorties continuent.' },
  sign_in_wait: { message: 'C’était erroné il y a un instant.', howToFix: 'Attendez {{seconds}} s et réessayez.' },
  sign_in_locked: { message: 'Trop de NIP erronés : l’ouverture de session est bloquée pour cet insigne ou ce poste.', howToFix: 'Attendez {{minutes}} min. Les entrées et sorties continuent comme toujours.' },
  not_signed_in: { message: 'Personne n’a ouvert de session à ce poste.', howToFix: 'Ouvrez une session avec un insigne et un NIP.' },
  pin_weak: { message: 'Ce NIP est trop facile à deviner : {{problem}}.', howToFix: 'Choisissez de 6 à 12 chiffres qui ne sont ni tous pareils, ni à la suite, ni une année, ni une partie de votre numéro matricule.' },
  pin_same: { message: 'C’est votre NIP actuel.', howToFix: 'Choisissez-en un autre.' },
  setup_code_wrong: { message: 'L’insigne et le code ne correspondent pas, ou le code n’est plus valable.', howToFix: 'Tapez le code de nouveau ou demandez-en un autre à l’administrateur.' },
  account_above_you: { message: 'Le niveau de {{name}} est supérieur au vôtre.', howToFix: 'Demandez à une personne de ce niveau.' },
  level_above_yours: { message: 'Vous ne pouvez pas donner un niveau supérieur au vôtre.', howToFix: 'Choisissez un niveau moins élevé.' },
  account_own: { message: 'Vous ne pouvez pas faire cela à votre propre compte.', howToFix: 'Demandez à un autre administrateur.' },
  account_without_badge: { message: '{{name}} n’a pas d’insigne pour ouvrir une session.', howToFix: 'Donnez-lui d’abord un insigne.' },
  serial_taken: { message: 'Cet insigne appartient déjà à quelqu’un.', howToFix: 'Utilisez un autre insigne.' },
}
