import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { Language } from '../../shared/i18n/index.ts'

const words = {
  en: { file: 'File', quit: 'Quit', edit: 'Edit', undo: 'Undo', redo: 'Redo', cut: 'Cut', copy: 'Copy', paste: 'Paste', all: 'Select all', view: 'View', larger: 'Larger', smaller: 'Smaller', actual: 'Actual size', full: 'Full screen' },
  fr: { file: 'Fichier', quit: 'Quitter', edit: 'Édition', undo: 'Annuler', redo: 'Rétablir', cut: 'Couper', copy: 'Copier', paste: 'Coller', all: 'Tout sélectionner', view: 'Affichage', larger: 'Agrandir', smaller: 'Réduire', actual: 'Taille réelle', full: 'Plein écran' },
} as const satisfies Record<Language, object>

/** The desk's menu, hidden until Alt is pressed: its keys are what people expect, zoom to 200 % among them. */
export function menuTemplate(language: Language, devTools: boolean): MenuItemConstructorOptions[] {
  const say = words[language]
  return [
    { label: say.file, submenu: [{ role: 'quit', label: say.quit }] },
    {
      label: say.edit,
      submenu: [
        { role: 'undo', label: say.undo },
        { role: 'redo', label: say.redo },
        { type: 'separator' },
        { role: 'cut', label: say.cut },
        { role: 'copy', label: say.copy },
        { role: 'paste', label: say.paste },
        { role: 'selectAll', label: say.all },
      ],
    },
    {
      label: say.view,
      submenu: [
        { role: 'zoomIn', label: say.larger },
        { role: 'zoomOut', label: say.smaller },
        { role: 'resetZoom', label: say.actual },
        // F11, its usual key, opens the kiosk.
        { role: 'togglefullscreen', label: say.full, accelerator: 'Shift+F11' },
        // SECURITY: an installed Sentinel has no developer tools and no reload.
        ...(devTools ? ([{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }] as const) : []),
      ],
    },
  ]
}

export const installMenu = (language: Language, devTools: boolean): void => Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(language, devTools)))
