/** What a person is told when the desk's database cannot be opened, and what to do, in both languages. Never “delete”. */
interface Words {
  readonly title: string
  readonly message: string
  readonly howToFix: string
}

const en = {
  in_use: { title: 'Sentinel is already running', message: 'This desk’s data is in use by another Sentinel (process {{pid}}, since {{since}}).', howToFix: 'Use the window that is open already. If there is none, end that process, or restart the PC.' },
  missing: { title: 'The desk’s data is not where it was', message: '{{dataDir}} does not exist, but a desk has lived there.', howToFix: 'If the folder is on another disk or a stick, connect it and try again. If it was moved, move it back or restore a backup into it. Only to begin a new, empty desk: rename {{marker}} first.' },
  emptied: { title: 'The desk’s data is gone', message: '{{dataDir}} no longer holds the database that it held.', howToFix: 'Restore a backup: copy the newest folder of backups back as “pgdata” (there are {{backups}} here), or one kept elsewhere. Only to begin a new, empty desk: use another folder.' },
  foreign: { title: 'That folder is not a desk’s', message: '{{dataDir}} holds files that are not Sentinel’s.', howToFix: 'Choose an empty folder, or the folder of a desk.' },
  other_desk: { title: 'That is another desk’s data', message: '{{dataDir}} holds the database of another desk than the one that lived there.', howToFix: 'Put the right folder back. If the change is meant, rename {{marker}} and start again.' },
  newer_schema: { title: 'The data is from a newer Sentinel', message: 'This is Sentinel {{appVersion}}. The database was last opened by Sentinel {{lastVersion}}, and has the changes of a newer version.', howToFix: 'Install the newer version again. To go back, restore the backup that was made before the update (its name ends in “migration”).' },
  other_schema: { title: 'The database does not fit this Sentinel', message: 'The database was made by a version that Sentinel {{appVersion}} does not descend from.', howToFix: 'Install the version that was used before, or restore a backup that this version made.' },
  other_postgres: { title: 'The database has another format', message: 'The data was written by PostgreSQL {{postgres}}; this Sentinel brings another.', howToFix: 'Install the version that was used before. Nothing was changed.' },
  damaged: { title: 'The database cannot be opened', message: 'The files in {{dataDir}} are damaged. Nothing was changed.', howToFix: 'Restore a backup: copy the newest folder of backups back as “pgdata”, and keep the damaged one (there are {{backups}} here). Use paper until then.' },
  disk_full: { title: 'The disk is full', message: 'There is no room to open {{dataDir}} safely.', howToFix: 'Free some space on that disk and start Sentinel again. Use paper until then.' },
  read_only: { title: 'The desk’s folder cannot be written', message: 'Sentinel may not write to {{dataDir}}, or not beside it.', howToFix: 'Give the person who runs Sentinel the right to write there, or remove the write protection of the disk.' },
} as const satisfies Record<string, Words>

export type OpenFailureCode = keyof typeof en

const fr: Record<OpenFailureCode, Words> = {
  in_use: { title: 'Sentinel fonctionne déjà', message: 'Les données de ce poste sont utilisées par un autre Sentinel (processus {{pid}}, depuis {{since}}).', howToFix: 'Utilisez la fenêtre déjà ouverte. S’il n’y en a pas, terminez ce processus ou redémarrez l’ordinateur.' },
  missing: { title: 'Les données du poste ne sont plus à leur place', message: '{{dataDir}} n’existe pas, mais un poste y a vécu.', howToFix: 'Si le dossier est sur un autre disque ou une clé, branchez-le et réessayez. S’il a été déplacé, remettez-le ou restaurez-y une sauvegarde. Seulement pour commencer un poste neuf et vide : renommez d’abord {{marker}}.' },
  emptied: { title: 'Les données du poste ont disparu', message: '{{dataDir}} ne contient plus la base de données qui s’y trouvait.', howToFix: 'Restaurez une sauvegarde : recopiez le plus récent dossier de « backups » sous le nom « pgdata » (il y en a {{backups}} ici), ou une copie gardée ailleurs. Seulement pour commencer un poste neuf et vide : utilisez un autre dossier.' },
  foreign: { title: 'Ce dossier n’est pas celui d’un poste', message: '{{dataDir}} contient des fichiers qui ne sont pas de Sentinel.', howToFix: 'Choisissez un dossier vide, ou le dossier d’un poste.' },
  other_desk: { title: 'Ce sont les données d’un autre poste', message: '{{dataDir}} contient la base d’un autre poste que celui qui s’y trouvait.', howToFix: 'Remettez le bon dossier. Si le changement est voulu, renommez {{marker}} et redémarrez.' },
  newer_schema: { title: 'Les données viennent d’un Sentinel plus récent', message: 'Voici Sentinel {{appVersion}}. La base a été ouverte en dernier par Sentinel {{lastVersion}} et porte les changements d’une version plus récente.', howToFix: 'Réinstallez la version plus récente. Pour revenir en arrière, restaurez la sauvegarde faite avant la mise à jour (son nom finit par « migration »).' },
  other_schema: { title: 'La base ne convient pas à ce Sentinel', message: 'La base a été faite par une version dont Sentinel {{appVersion}} ne descend pas.', howToFix: 'Installez la version utilisée auparavant, ou restaurez une sauvegarde faite par cette version.' },
  other_postgres: { title: 'La base a un autre format', message: 'Les données ont été écrites par PostgreSQL {{postgres}} ; ce Sentinel en apporte un autre.', howToFix: 'Installez la version utilisée auparavant. Rien n’a été changé.' },
  damaged: { title: 'La base de données ne s’ouvre pas', message: 'Les fichiers de {{dataDir}} sont endommagés. Rien n’a été changé.', howToFix: 'Restaurez une sauvegarde : recopiez le plus récent dossier de « backups » sous le nom « pgdata », et gardez le dossier endommagé (il y en a {{backups}} ici). D’ici là, utilisez le papier.' },
  disk_full: { title: 'Le disque est plein', message: 'Il n’y a pas assez de place pour ouvrir {{dataDir}} en sécurité.', howToFix: 'Libérez de l’espace sur ce disque et redémarrez Sentinel. D’ici là, utilisez le papier.' },
  read_only: { title: 'Le dossier du poste est protégé', message: 'Sentinel ne peut pas écrire dans {{dataDir}}, ou pas à côté.', howToFix: 'Donnez le droit d’y écrire à la personne qui lance Sentinel, ou retirez la protection du disque.' },
}

export const openFailures = { en, fr }
