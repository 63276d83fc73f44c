import { expect, test } from 'vitest'
import { contract } from '../../shared/contract/index.ts'
import { entries, type Contract } from '../../shared/contract/kit.ts'
import { permits } from '../../shared/domain/access.ts'
import { windowCaller } from '../core/app/callers.ts'
import { mayHear, senderKind } from './window-rights.ts'

const desk = { kind: 'desk' as const, isMainFrame: true, address: 'app://sentinel/index.html?window=desk' }

test('the main frame of a window of ours, showing our page, is known by its window', () => {
  expect(senderKind(desk)).toBe('desk')
  // The address says desk; the window is the kiosk; the window counts.
  expect(senderKind({ ...desk, kind: 'kiosk' })).toBe('kiosk')
})

test.each([
  ['a window that is not ours', { ...desk, kind: undefined }],
  ['a frame inside the page', { ...desk, isMainFrame: false }],
  ['another host', { ...desk, address: 'app://other/index.html' }],
  ['another site', { ...desk, address: 'https://evil.example/' }],
  ['a file', { ...desk, address: 'file:///index.html' }],
  ['no page yet', { ...desk, address: '' }],
])('%s is nobody', (_who, facts) => {
  expect(senderKind(facts)).toBeUndefined()
})

test('the dev server’s page is ours in development only', () => {
  const page = { ...desk, address: 'http://localhost:5173/?window=desk' }
  expect(senderKind(page, new URL('http://localhost:5173'))).toBe('desk')
  expect(senderKind(page)).toBeUndefined()
})

test('a window scans and shows, and has nobody’s level by itself', () => {
  expect(windowCaller('desk', 'desk')).toMatchObject({ kind: 'desk', level: 0, person: null, scopes: ['display', 'device', 'desk'] })
  expect(windowCaller('kiosk', 'desk')).toMatchObject({ kind: 'kiosk', level: 0, person: null, scopes: ['display', 'device'] })
})

test('the wall display shows, and does nothing (screens.md 1.7)', () => {
  expect(windowCaller('wall', 'desk')).toMatchObject({ kind: 'display', level: 0, person: null, scopes: ['display'] })
})

test('a window hears the events that its rights allow, and no call or nonsense is an event', () => {
  const kiosk = windowCaller('kiosk', 'desk')
  for (const [name, definition] of entries(contract as Contract)) expect(mayHear(name, kiosk), name).toBe(definition.kind === 'event' && permits(definition.needs, kiosk))
  expect(mayHear('presence.changed', kiosk)).toBe(true)
  expect(mayHear('presence.changed', { ...kiosk, scopes: [] })).toBe(false)
  for (const name of ['', 'presence', 'presence.scan', 'constructor.name', 'presence.changed.more']) expect(mayHear(name, windowCaller('desk', 'desk'))).toBe(false)
})
