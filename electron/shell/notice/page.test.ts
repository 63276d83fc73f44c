import { expect, test } from 'vitest'
import { createNoticeBoard, noticeAction, renderNotice, type Notice } from './page.ts'
import { noticeWords, preferredLanguage } from './words.ts'

const notice: Notice = {
  language: 'en',
  title: 'Another Sentinel holds this desk',
  message: 'It runs as process 4242.',
  howToFix: 'Close it first.',
  buttons: ['try-again', 'show-folder', 'quit'],
  dataFolder: '/home/<b>desk</b>/data',
  logFile: '/home/desk/logs/main.log',
}

test('says what happened, how to fix it and where things are', () => {
  const page = renderNotice(notice)
  for (const text of ['Another Sentinel holds this desk', 'It runs as process 4242.', 'Close it first.', 'Data folder', 'Log file', 'Try again', 'Show the folder', 'Quit']) expect(page).toContain(text)
})

test('speaks French, and offers the other language in its own name', () => {
  const page = renderNotice({ ...notice, language: 'fr' })
  expect(page).toContain('<html lang="fr">')
  for (const text of ['Réessayer', 'Afficher le dossier', 'Quitter', 'Dossier de données', '>English<']) expect(page).toContain(text)
  expect(renderNotice(notice)).toContain('>Français<')
})

test('shows names as text, and holds nothing that a strict policy would stop', () => {
  const page = renderNotice({ ...notice, title: '<img src=x onerror=alert(1)>', message: '"&\'' })
  expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;')
  expect(page).toContain('/home/&lt;b&gt;desk&lt;/b&gt;/data')
  expect(page).toContain('&quot;&amp;&#39;')
  expect(page).not.toMatch(/<script|<style|<img|\son\w+="|\sstyle="/)
})

test('each of its buttons, and nothing else, is an action', () => {
  const links = [...renderNotice(notice).matchAll(/<a[^>]+href="([^"]+)"/g)].map(([, href]) => noticeAction(new URL(href ?? '', 'app://sentinel/notice/1').href))
  expect(links).toEqual(['language', 'try-again', 'show-folder', 'quit'])
  for (const url of ['app://sentinel/notice/1', 'app://sentinel/notice/erase', 'app://other/notice/quit', 'https://evil.example/notice/quit', 'app://sentinel/quit']) expect(noticeAction(url)).toBeUndefined()
})

test('the board serves the last page and its style', () => {
  const board = createNoticeBoard()
  const first = board.post('one')
  const second = board.post('two')
  expect(board.find(first)).toBeUndefined()
  expect(board.find(second)).toEqual({ body: 'two', mediaType: 'text/html; charset=utf-8' })
  expect(board.find('app://sentinel/notice/notice.css')?.mediaType).toMatch(/css/)
  expect(board.find('app://sentinel/index.html')).toBeUndefined()
})

test('both languages have every text', () => {
  const texts = (value: unknown): string[] => (typeof value === 'string' ? [value] : Object.values(value as object).flatMap(texts))
  expect(Object.keys(noticeWords.fr)).toEqual(Object.keys(noticeWords.en))
  expect(texts(noticeWords.fr).filter((text) => text === '')).toHaveLength(texts(noticeWords.en).filter((text) => text === '').length)
})

test('the first of the system’s languages that we speak', () => {
  expect(preferredLanguage(['fr-CA', 'en-CA'])).toBe('fr')
  expect(preferredLanguage(['de-DE', 'FR'])).toBe('fr')
  expect(preferredLanguage(['en-CA', 'fr-CA'])).toBe('en')
  expect(preferredLanguage(['de-DE'])).toBe('en')
})
