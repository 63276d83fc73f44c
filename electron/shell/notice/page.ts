/**
 * The notice: a page without any script, shown while Sentinel opens, when it cannot, and when a window keeps failing.
 * Its buttons are links to addresses that lead nowhere; the shell reads which one was pressed and stops the navigation.
 */
import type { Language } from '../../../shared/i18n/index.ts'
import { appPath } from '../app-files.ts'
import { appHost, appScheme } from '../own-pages.ts'
import { noticeWords } from './words.ts'

export const noticeActions = ['try-again', 'show-folder', 'quit', 'language'] as const
export type NoticeAction = (typeof noticeActions)[number]

export interface NoticeText {
  readonly title: string
  readonly message: string
  readonly howToFix: string
}
export interface Notice extends NoticeText {
  readonly language: Language
  readonly buttons: readonly Exclude<NoticeAction, 'language'>[]
  /** Shows that something is going on. */
  readonly busy?: boolean
  readonly dataFolder?: string
  readonly logFile?: string
}

const folder = '/notice/'
const stylePath = `${folder}notice.css`
const address = (path: string): string => `${appScheme}://${appHost}${path}`

/** Which button a navigation stands for, if it is one. */
export function noticeAction(url: string): NoticeAction | undefined {
  const path = appPath(url)
  return path?.startsWith(folder) === true ? noticeActions.find((action) => path === `${folder}${action}`) : undefined
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
/** SECURITY: a folder's name or an error's words are shown, never read as markup. */
const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')

/** The whole page. */
export function renderNotice({ language, title, message, howToFix, buttons, busy = false, dataFolder, logFile }: Notice): string {
  const words = noticeWords[language]
  const other: Language = language === 'en' ? 'fr' : 'en'
  const place = (label: string, path: string | undefined): string => (path === undefined ? '' : `<dt>${escape(label)}</dt><dd>${escape(path)}</dd>`)
  const places = place(words.dataFolder, dataFolder) + place(words.logFile, logFile)
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${escape(title)} – ${words.product}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="${stylePath}"></head>
<body>
<header><span>${words.product}</span><a lang="${other}" hreflang="${other}" href="${folder}language">${words.otherLanguage}</a></header>
<main${busy ? ' aria-busy="true"' : ''}>
<h1>${escape(title)}</h1>
<p>${escape(message)}</p>
${howToFix === '' ? '' : `<p class="fix">${escape(howToFix)}</p>`}
${busy ? '<div class="busy" role="presentation"></div>' : ''}
${places === '' ? '' : `<dl>${places}</dl>`}
<nav>${buttons.map((action, index) => `<a${index === 0 ? ' class="first"' : ''} href="${folder}${action}">${words[action]}</a>`).join('')}</nav>
</main>
</body>
</html>
`
}

const style = `:root{color-scheme:light dark;--ground:#f3f5f8;--text:#10202f;--quiet:#526375;--line:#c4cdd7;--accent:#1d5fae;--on-accent:#fff}
@media (prefers-color-scheme:dark){:root{--ground:#0c141c;--text:#e8eef4;--quiet:#a3b3c2;--line:#364a5e;--accent:#8abaf6;--on-accent:#0c141c}}
*{box-sizing:border-box}
html{height:100%;background:var(--ground);color:var(--text);font:16px/1.5 system-ui,'Segoe UI','DejaVu Sans',sans-serif}
body{min-height:100%;margin:0;display:flex;flex-direction:column}
header{display:flex;justify-content:space-between;padding:20px 28px;color:var(--quiet)}
header a{color:var(--accent)}
main{margin:auto;width:100%;max-width:680px;padding:0 28px 64px}
h1{font-size:28px;line-height:1.25;margin:0 0 12px}
p{margin:0 0 12px}
.fix{padding-left:14px;border-left:4px solid var(--accent)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px;margin:24px 0;padding:14px 0;border:solid var(--line);border-width:1px 0;font-size:14px}
dt{color:var(--quiet)}
dd{margin:0;overflow-wrap:anywhere;user-select:all}
nav{display:flex;flex-wrap:wrap;gap:12px;margin-top:28px}
nav a{min-height:48px;padding:11px 20px;border:1px solid var(--line);border-radius:10px;color:inherit;text-decoration:none;font-weight:600}
nav a.first{background:var(--accent);border-color:var(--accent);color:var(--on-accent)}
a:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
.busy{height:4px;border-radius:2px;overflow:hidden;background:var(--line)}
.busy::before{content:'';display:block;height:100%;width:40%;background:var(--accent);animation:slide 1.4s ease-in-out infinite alternate}
@keyframes slide{to{transform:translateX(150%)}}
@media (prefers-reduced-motion:reduce){.busy::before{animation:none;width:100%}}
`

export interface NoticeBoard {
  /** Keeps the page and answers where it can be loaded. */
  post(html: string): string
  find(url: string): { body: string; mediaType: string } | undefined
}

/** Notices held in memory, served beside the windows' files: they must show even when nothing can be read. */
export function createNoticeBoard(): NoticeBoard {
  let last = 0
  let page = ''
  return {
    post(html) {
      page = html
      last += 1
      return address(`${folder}${last}`)
    },
    find(url) {
      const path = appPath(url)
      if (path === stylePath) return { body: style, mediaType: 'text/css; charset=utf-8' }
      return path === `${folder}${last}` ? { body: page, mediaType: 'text/html; charset=utf-8' } : undefined
    },
  }
}
