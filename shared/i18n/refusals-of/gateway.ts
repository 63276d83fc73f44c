/** The gateway, its keys and its certificate; the first ones are met by programs, in their problem details. */
import type { Words } from './words.ts'

export const en = {
  key_missing: { message: 'This address answers only to a key or a session.', howToFix: 'Send the header “Authorization: Bearer …” with a key that an administrator made under Admin → Gateway.' },
  key_wrong: { message: 'That key is not one of this desk, or the session has ended.', howToFix: 'Check that it was copied whole. An administrator can make another one under Admin → Gateway; a person signs in again.' },
  key_expired: { message: 'That key was valid until {{date}}.', howToFix: 'Ask an administrator for a new key.' },
  key_revoked: { message: 'That key was revoked.', howToFix: 'Ask an administrator for a new key.' },
  key_elsewhere: { message: 'That key is not for this screen.', howToFix: 'Ask an administrator for a key of a wall display or a phone.' },
  too_many: { message: 'Too many requests at once.', howToFix: 'Wait {{seconds}} seconds and go on more slowly.' },
  body_too_large: { message: 'The request is larger than {{bytes}} bytes.', howToFix: 'Send less at once.' },
  body_not_json: { message: 'The request’s body is not JSON.', howToFix: 'Send a JSON object, with the header “Content-Type: application/json”.' },
  route_unknown: { message: 'There is nothing at this address.', howToFix: 'The routes are listed at /api/v1/openapi.json.' },
  method_wrong: { message: 'This address does not take {{method}}.', howToFix: 'Use {{allowed}}.' },
  gateway_none: { message: 'This Sentinel cannot open a gateway.', howToFix: 'Open it on the installed desk.' },
  gateway_scope_unknown: { message: '“{{scope}}” is nothing that a key can be given.', howToFix: 'Choose from the list.' },
  gateway_key_unknown: { message: 'That key is not on record.', howToFix: 'Look at the list again.' },
  gateway_key_revoked: { message: 'That key was revoked already.', howToFix: 'Nothing more to do.' },
  gateway_certificate_unusable: { message: 'These files are not a certificate and a private key without a passphrase.', howToFix: 'Choose the two PEM files: the certificate begins with “BEGIN CERTIFICATE”, the key with “BEGIN PRIVATE KEY”.' },
  gateway_certificate_over: { message: 'That certificate is not valid today: {{from}} to {{until}}.', howToFix: 'Choose another one, or set the clock of this PC.' },
  gateway_certificate_mismatch: { message: 'The private key does not belong to that certificate.', howToFix: 'Choose the two files that were made together.' },
} as const satisfies Record<string, Words>

export const fr: Record<keyof typeof en, Words> = {
  key_missing: { message: 'Cette adresse ne répond qu’à une clé ou à une session.', howToFix: 'Envoyez l’en-tête Authorization avec « Bearer » et une clé créée par un administrateur sous Gestion → Passerelle.' },
  key_wrong: { message: 'Cette clé n’est pas de ce poste, ou la session est terminée.', howToFix: 'Vérifiez qu’elle a été copiée en entier. Un administrateur peut en créer une autre sous Gestion → Passerelle ; une personne ouvre une nouvelle session.' },
  key_expired: { message: 'Cette clé était valable jusqu’au {{date}}.', howToFix: 'Demandez une nouvelle clé à un administrateur.' },
  key_revoked: { message: 'Cette clé a été révoquée.', howToFix: 'Demandez une nouvelle clé à un administrateur.' },
  key_elsewhere: { message: 'Cette clé n’est pas pour cet écran.', howToFix: 'Demandez à un administrateur une clé d’affichage mural ou de téléphone.' },
  too_many: { message: 'Trop de demandes à la fois.', howToFix: 'Attendez {{seconds}} secondes et continuez plus lentement.' },
  body_too_large: { message: 'La demande dépasse {{bytes}} octets.', howToFix: 'Envoyez-en moins à la fois.' },
  body_not_json: { message: 'Le corps de la demande n’est pas du JSON.', howToFix: 'Envoyez un objet JSON, du type (Content-Type) application/json.' },
  route_unknown: { message: 'Il n’y a rien à cette adresse.', howToFix: 'Les adresses sont énumérées à /api/v1/openapi.json.' },
  method_wrong: { message: 'Cette adresse n’accepte pas {{method}}.', howToFix: 'Utilisez {{allowed}}.' },
  gateway_none: { message: 'Ce Sentinel ne peut pas ouvrir de passerelle.', howToFix: 'Ouvrez-la sur le poste installé.' },
  gateway_scope_unknown: { message: '« {{scope}} » n’est rien qu’une clé puisse recevoir.', howToFix: 'Choisissez dans la liste.' },
  gateway_key_unknown: { message: 'Cette clé n’est pas inscrite.', howToFix: 'Regardez de nouveau la liste.' },
  gateway_key_revoked: { message: 'Cette clé est déjà révoquée.', howToFix: 'Il n’y a rien d’autre à faire.' },
  gateway_certificate_unusable: { message: 'Ces fichiers ne sont pas un certificat et une clé privée sans phrase de passe.', howToFix: 'Choisissez les deux fichiers PEM : le certificat commence par « BEGIN CERTIFICATE », la clé par « BEGIN PRIVATE KEY ».' },
  gateway_certificate_over: { message: 'Ce certificat n’est pas valable aujourd’hui : {{from}} à {{until}}.', howToFix: 'Choisissez-en un autre, ou réglez l’horloge de ce PC.' },
  gateway_certificate_mismatch: { message: 'La clé privée n’appartient pas à ce certificat.', howToFix: 'Choisissez les deux fichiers qui ont été créés ensemble.' },
}
