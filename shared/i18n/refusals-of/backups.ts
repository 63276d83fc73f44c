/** Backups and the way back (screens.md 5.4). */
import type { Words } from './words.ts'

export const en = {
  backups_none: { message: 'This desk keeps no backups.', howToFix: 'It has no folder of its own. Start Sentinel with one.' },
  backup_no_room: { message: 'There is no room for another copy of the data on this disk.', howToFix: 'Free some space on it and try again. The backups that are there stay.' },
  backup_failed: { message: 'The backup was not made. Those before it are untouched.', howToFix: 'Try again. If it fails again, look into the log file and check the disk.' },
  backup_unknown: { message: 'That backup is not there.', howToFix: 'Look at the list again: the stick may have been taken out, or the backup was thinned out.' },
  backup_not_one: { message: 'That is not a backup of Sentinel.', howToFix: 'Choose a file whose name ends in “.sentinel”, or one of the list.' },
  backup_damaged: { message: 'That backup is damaged or incomplete. Nothing was changed.', howToFix: 'Choose another one. If it came from a stick, copy it again.' },
  backup_passphrase_wrong: { message: 'That passphrase does not open this backup. Nothing was changed.', howToFix: 'Look at the paper it was written on. Backups keep the passphrase that held when they were made.' },
  backup_newer_version: { message: 'That backup is from a newer Sentinel. Nothing was changed.', howToFix: 'Install that version here first, and restore then.' },
  backup_other_version: { message: 'That backup was made by a version that this Sentinel does not descend from.', howToFix: 'Install the version that made it, and restore there.' },
  backup_passphrase_needed: { message: 'Without a passphrase nothing is written to another disk: whoever found it could read every name.', howToFix: 'Choose a passphrase and write it down.' },
  backup_passphrase_short: { message: 'That passphrase is too short.', howToFix: 'Take at least {{count}} characters; four or five words that do not belong together are easy to remember.' },
  second_place_missing: { message: 'The folder {{folder}} is not there.', howToFix: 'Put the stick in, or connect the share, and try again.' },
  second_place_read_only: { message: 'Sentinel may not write to {{folder}}.', howToFix: 'Remove the write protection, or choose another folder.' },
  second_place_full: { message: 'There is no room left at {{folder}}.', howToFix: 'Free some space there, or choose another folder.' },
  second_place_failed: { message: 'The folder {{folder}} cannot be used.', howToFix: 'Try again, or choose another folder.' },
} as const satisfies Record<string, Words>

export const fr: Record<keyof typeof en, Words> = {
  backups_none: { message: 'Ce poste ne garde pas de sauvegardes.', howToFix: 'Il n’a pas de dossier à lui. Démarrez Sentinel avec un dossier.' },
  backup_no_room: { message: 'Il n’y a pas de place pour une autre copie des données sur ce disque.', howToFix: 'Libérez de l’espace et réessayez. Les sauvegardes présentes restent.' },
  backup_failed: { message: 'La sauvegarde n’a pas été faite. Les précédentes sont intactes.', howToFix: 'Réessayez. Si l’échec se répète, consultez le journal et vérifiez le disque.' },
  backup_unknown: { message: 'Cette sauvegarde n’est pas là.', howToFix: 'Regardez la liste de nouveau : la clé a pu être retirée, ou la sauvegarde éliminée.' },
  backup_not_one: { message: 'Ce n’est pas une sauvegarde de Sentinel.', howToFix: 'Choisissez un fichier dont le nom finit par « .sentinel », ou une sauvegarde de la liste.' },
  backup_damaged: { message: 'Cette sauvegarde est endommagée ou incomplète. Rien n’a été changé.', howToFix: 'Choisissez-en une autre. Si elle vient d’une clé, recopiez-la.' },
  backup_passphrase_wrong: { message: 'Cette phrase de passe n’ouvre pas la sauvegarde. Rien n’a été changé.', howToFix: 'Regardez le papier où elle est écrite. Une sauvegarde garde la phrase qui valait quand elle a été faite.' },
  backup_newer_version: { message: 'Cette sauvegarde vient d’un Sentinel plus récent. Rien n’a été changé.', howToFix: 'Installez d’abord cette version ici, puis restaurez.' },
  backup_other_version: { message: 'Cette sauvegarde vient d’une version dont ce Sentinel ne descend pas.', howToFix: 'Installez la version qui l’a faite, et restaurez-y.' },
  backup_passphrase_needed: { message: 'Sans phrase de passe, rien n’est écrit sur un autre disque : qui le trouverait pourrait lire tous les noms.', howToFix: 'Choisissez une phrase de passe et notez-la.' },
  backup_passphrase_short: { message: 'Cette phrase de passe est trop courte.', howToFix: 'Prenez au moins {{count}} caractères ; quatre ou cinq mots sans lien se retiennent bien.' },
  second_place_missing: { message: 'Le dossier {{folder}} n’est pas là.', howToFix: 'Branchez la clé ou le partage, puis réessayez.' },
  second_place_read_only: { message: 'Sentinel ne peut pas écrire dans {{folder}}.', howToFix: 'Retirez la protection en écriture, ou choisissez un autre dossier.' },
  second_place_full: { message: 'Il n’y a plus de place dans {{folder}}.', howToFix: 'Libérez-y de l’espace, ou choisissez un autre dossier.' },
  second_place_failed: { message: 'Le dossier {{folder}} ne peut pas servir.', howToFix: 'Réessayez, ou choisissez un autre dossier.' },
}
