import { beforeEach, expect, test } from 'vitest'
import { answerLeaving, leave, useUnsaved } from './unsaved.ts'

let gone: string[]
beforeEach(() => {
  gone = []
  useUnsaved.setState({ isUnsaved: false, going: null })
})
const goTo = (where: string) => () => void gone.push(where)

test('with nothing typed a person goes at once', () => {
  leave(goTo('members'))
  expect(gone).toEqual(['members'])
})

test('with something typed they are asked, and stay where they were until they answer', () => {
  useUnsaved.setState({ isUnsaved: true })
  leave(goTo('members'))
  expect(gone).toEqual([])
  answerLeaving(false)
  expect([gone, useUnsaved.getState()]).toEqual([[], { isUnsaved: true, going: null }])
})

test('whoever gives it up goes where they wanted to last', () => {
  useUnsaved.setState({ isUnsaved: true })
  leave(goTo('members'))
  leave(goTo('reports'))
  answerLeaving(true)
  expect([gone, useUnsaved.getState().isUnsaved]).toEqual([['reports'], false])
})
