const en = {
  full: 'there is no room left',
  denied: 'Sentinel may not write there',
  gone: 'the folder is not there any more',
  busy: 'another program has that file open',
  folder: 'a folder has that name',
  broken: 'the disk reports an error',
  memory: 'it needs more memory than there is for it',
  time: 'it took longer than {{minutes}} minutes',
}

const fr: typeof en = {
  full: 'il n’y a plus d’espace',
  denied: 'Sentinel n’a pas le droit d’y écrire',
  gone: 'le dossier n’y est plus',
  busy: 'un autre programme a ouvert ce fichier',
  folder: 'un dossier porte ce nom',
  broken: 'le disque signale une erreur',
  memory: 'il lui faut plus de mémoire qu’il n’y en a pour lui',
  time: 'il a pris plus de {{minutes}} minutes',
}

export const notWritten = { en, fr }
