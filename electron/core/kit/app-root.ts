import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The folder that holds package.json: the checkout, or the archive of an installed application. Files that are read at
 * run time (migrations, the built windows) are found from here, because a bundle's own place says nothing of theirs.
 */
export function findAppRoot(from: string = import.meta.dirname): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder
    if (folder === dirname(folder)) throw new Error(`no package.json above ${from}`)
  }
}

/** An installed application lies in an asar archive; a checkout never does. */
export const isPackaged = (appRoot: string): boolean => appRoot.endsWith('.asar')
