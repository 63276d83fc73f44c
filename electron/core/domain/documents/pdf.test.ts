import { expect, test } from 'vitest'
import { renderPdf } from './pdf.ts'
import { pdfFonts, pdfInfo, pdfText } from './testing/read-pdf.ts'

const about = { now: new Date('2026-11-25T18:30:00Z'), title: 'Liste des présents', language: 'fr' } as const
const hello = () => ({ pageSize: 'LETTER' as const, content: ['Émilie Bélanger-Ouellet', { text: 'Façade, cœur, Łódź, Ñandú', bold: true }] })

test('a paper has its letters in it, reads back with its accents, and says what it is and when it was made', async () => {
  const paper = await renderPdf(hello(), about)
  expect(pdfText(paper)).toBe('Émilie Bélanger-Ouellet Façade, cœur, Łódź, Ñandú')
  expect(pdfInfo(paper)).toEqual({ pages: 1, size: [612, 792], title: 'Liste des présents', created: '2026-11-25T18:30:00Z' })
  expect(pdfFonts(paper)).toEqual([expect.objectContaining({ isEmbedded: true }), expect.objectContaining({ isEmbedded: true })])
})

test('the same at the same moment is the same to the byte, and another moment is another paper', async () => {
  const paper = await renderPdf(hello(), about)
  expect((await renderPdf(hello(), about)).equals(paper)).toBe(true)
  expect((await renderPdf(hello(), { ...about, now: new Date('2026-11-25T18:31:00Z') })).equals(paper)).toBe(false)
})

test('no paper tells where on a machine it was made', async () => {
  expect((await renderPdf({ ...hello(), compress: false }, about)).toString('latin1')).not.toMatch(/node_modules|\.ttf|\/(?:home|root|work|tmp|Users)\b/)
})

test('nothing is fetched and no file is read for a paper, whatever it asks for', async () => {
  await expect(renderPdf({ content: { image: '/etc/hostname' } }, about)).rejects.toThrow(/denied/)
  await expect(renderPdf({ content: { image: 'logo' }, images: { logo: 'https://example.org/logo.png' } }, about)).rejects.toThrow(/denied/)
})
