/** Every reason has words in both languages, whole ones, and none that would have a person destroy the data (trust.md 3.2, design.md 7). */
import { describe, expect, test } from 'vitest'
import { languages } from '../../../shared/i18n/index.ts'
import { openFailures } from '../../../shared/i18n/open-failures.ts'
import { describeOpenFailure } from './open-failure.ts'
import { OpenFailure, openFailureKinds, type OpenFailureFacts } from '../db/open-failure.ts'

const facts = { dataDir: '/desks/a', marker: '/desks/a.sentinel.json', appVersion: '1.2.3', lastVersion: '1.3.0', postgres: '17', backups: 2, pid: 42, since: '2026-01-01T00:00:00Z', server: 'sentinel@db.example:5432/sentinel', reason: 'ECONNREFUSED', settings: '/desks/a.database.json', plan: '/desks/a.move.json' }

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test('there are words for every kind, and no others', () => {
    expect(languages).toContain(language)
    expect(Object.keys(openFailures[language]).toSorted()).toEqual(openFailureKinds.toSorted())
  })

  test.each(openFailureKinds)('%s: no hole in the sentences, whether the facts are known or not', (kind) => {
    for (const known of [facts, { dataDir: '/desks/a' }, {}] as OpenFailureFacts[]) {
      const words = describeOpenFailure(new OpenFailure(kind, known), language)
      const texts = [words?.title ?? '', words?.message ?? '', words?.howToFix ?? '']
      for (const text of texts) {
        expect(text.length).toBeGreaterThan(5)
        expect(text).not.toMatch(/\{\{|\}\}|undefined|openFailures/)
      }
    }
    const { message, howToFix } = openFailures[language][kind]
    for (const [, name = ''] of `${message} ${howToFix}`.matchAll(/\{\{(\w+)\}\}/g)) expect(Object.keys(facts)).toContain(name)
  })

  test.each(openFailureKinds)('%s: nobody is told to delete anything', (kind) => {
    expect(Object.values(openFailures[language][kind]).join(' ')).not.toMatch(/delet|eras|remove (?!the write)|wipe|supprim|effac|détrui/i)
  })

  test('paths are shown as they are', () => {
    const words = describeOpenFailure(new OpenFailure('missing', { ...facts, dataDir: '/desks/l’été & <co>' }), language)
    expect(words?.message).toContain('/desks/l’été & <co>')
  })
})

test('another error is no open failure', () => {
  expect(describeOpenFailure(new Error('x'), 'en')).toBeUndefined()
})
