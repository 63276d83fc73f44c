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
  server_address: { title: 'The database’s address cannot be used', message: 'The address of the database was not understood: {{reason}}', howToFix: 'Correct SENTINEL_DATABASE_URL, --database or {{settings}}, and start Sentinel again.' },
  server_away: { title: 'The database server does not answer', message: 'Sentinel could not reach {{server}} ({{reason}}). Nothing was changed.', howToFix: 'Check the network and that the server is running, and start Sentinel again. Use paper until then.' },
  server_refused: { title: 'The database server lets nobody in', message: '{{server}} answered, and refused: {{reason}}', howToFix: 'Check the user, the password, the name of the database and the certificate with whoever looks after the server (docs/server.md).' },
  server_old: { title: 'The database server is too old', message: '{{server}} is PostgreSQL {{postgres}}; Sentinel needs 15 or newer.', howToFix: 'Have the server updated, or choose another.' },
  server_order: { title: 'The database on the server was not made for Sentinel', message: 'The database {{server}} orders words or knows letters otherwise than Sentinel does.', howToFix: 'Have it made anew, empty, with ENCODING UTF8, LC_COLLATE C and LC_CTYPE C.UTF-8 (docs/server.md).' },
  server_standby: { title: 'The database server is a stand-by', message: '{{server}} is a copy that takes no writes.', howToFix: 'Give the address of the server that is in charge, or have this one promoted.' },
  server_rights: { title: 'The database’s user may not make tables', message: 'The user of {{server}} is not the database’s owner.', howToFix: 'Have the user made the owner of the database (docs/server.md).' },
  moved: { title: 'This desk has moved to a server', message: 'What is in {{dataDir}} was carried to {{server}} ({{since}}) and is kept here as it was then.', howToFix: 'Start Sentinel with that server’s address (SENTINEL_DATABASE_URL). To bring the record back: --move-from-server. Only to go on from the old state and lose what was recorded since: rename moved.json in that folder.' },
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
  server_address: { title: 'L’adresse de la base ne peut pas servir', message: 'L’adresse de la base n’a pas été comprise : {{reason}}', howToFix: 'Corrigez SENTINEL_DATABASE_URL, --database ou {{settings}}, puis redémarrez Sentinel.' },
  server_away: { title: 'Le serveur de la base ne répond pas', message: 'Sentinel n’a pas pu joindre {{server}} ({{reason}}). Rien n’a été changé.', howToFix: 'Vérifiez le réseau et que le serveur fonctionne, puis redémarrez Sentinel. D’ici là, utilisez le papier.' },
  server_refused: { title: 'Le serveur de la base ne laisse entrer personne', message: '{{server}} a répondu, et refusé : {{reason}}', howToFix: 'Vérifiez l’utilisateur, le mot de passe, le nom de la base et le certificat avec la personne responsable du serveur (docs/server.md).' },
  server_old: { title: 'Le serveur de la base est trop ancien', message: '{{server}} est un PostgreSQL {{postgres}} ; il faut à Sentinel la version 15 ou une plus récente.', howToFix: 'Faites mettre le serveur à jour, ou choisissez-en un autre.' },
  server_order: { title: 'La base du serveur n’a pas été faite pour Sentinel', message: 'La base {{server}} classe les mots ou connaît les lettres autrement que Sentinel.', howToFix: 'Faites-en faire une neuve et vide, avec ENCODING UTF8, LC_COLLATE C et LC_CTYPE C.UTF-8 (docs/server.md).' },
  server_standby: { title: 'Le serveur de la base est en attente', message: '{{server}} est une copie qui n’accepte pas d’écriture.', howToFix: 'Donnez l’adresse du serveur principal, ou faites promouvoir celui-ci.' },
  server_rights: { title: 'L’utilisateur de la base ne peut pas créer de tables', message: 'L’utilisateur de {{server}} n’est pas propriétaire de la base.', howToFix: 'Faites-en le propriétaire de la base (docs/server.md).' },
  moved: { title: 'Ce poste est passé sur un serveur', message: 'Ce qui est dans {{dataDir}} a été porté vers {{server}} ({{since}}) et reste ici tel qu’il était alors.', howToFix: 'Démarrez Sentinel avec l’adresse de ce serveur (SENTINEL_DATABASE_URL). Pour ramener les données : --move-from-server. Seulement pour repartir de l’ancien état et perdre ce qui a été inscrit depuis : renommez moved.json dans ce dossier.' },
}

export const openFailures = { en, fr }
