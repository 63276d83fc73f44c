import { expect, test } from 'vitest'
import { passphraseStrength } from './backups.ts'

test.each([
  ['', 'too_short'],
  ['   eleven-ch   ', 'too_short'],
  ['aaaaaaaaaaaa', 'weak'],
  ['1987-05-12 1990-01-02', 'weak'],
  ['correct horse', 'fair'],
  ['seven ships sailed at dawn', 'strong'],
  ['xK7#pQ2!vB9$nL4&wT6*', 'strong'],
])('a passphrase such as “%s” is %s', (passphrase, strength) => expect(passphraseStrength(passphrase)).toBe(strength))
