const en = {
  full: 'there is no room left',
  denied: 'Sentinel may not write there',
  gone: 'the folder is not there any more',
  busy: 'another program has that file open',
  folder: 'a folder has that name',
  broken: 'the disk reports an error',
}

const fr: typeof en = {
  full: 'il n’y a plus d’espace',
  denied: 'Sentinel n’a pas le droit d’y écrire',
  gone: 'le dossier n’y est plus',
  busy: 'un autre programme a ouvert ce fichier',
  folder: 'un dossier porte ce nom',
  broken: 'le disque signale une erreur',
}

export const notWritten = { en, fr }
