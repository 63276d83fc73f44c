/** Asks with the system’s own window where a file goes. */
import { extname, dirname, join } from 'node:path'
import { app, BrowserWindow, dialog } from 'electron'
import type { SavePlace } from '../core/app/core.ts'

const names = { pdf: 'PDF', csv: 'CSV', xlsx: 'Excel', json: 'JSON' } as const

export function createSavePlace(): SavePlace {
  /** Until Sentinel ends the next file is offered where the last one went. */
  let folder: string | undefined
  return {
    async choose(fileName, format) {
      folder ??= app.getPath('documents')
      const options = { defaultPath: join(folder, fileName), filters: [{ name: names[format], extensions: [format] }], properties: ['createDirectory', 'showOverwriteConfirmation'] satisfies ('createDirectory' | 'showOverwriteConfirmation')[] }
      const asking = BrowserWindow.getFocusedWindow()
      const { canceled, filePath } = await (asking === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(asking, options))
      if (canceled || filePath === '') return null
      folder = dirname(filePath)
      // Not every system’s window adds the ending by itself.
      return extname(filePath).toLowerCase() === `.${format}` ? filePath : `${filePath}.${format}`
    },
  }
}
