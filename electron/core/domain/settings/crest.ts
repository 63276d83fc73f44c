/** The unit’s crest, which its papers bear (screens.md 5.5): kept as it was given, among the settings and so in every backup. */
import * as v from 'valibot'
import { crestSides, crestTypes, maxCrestBytes, readImageHead, type CrestType, type ImageHead } from '../../../../shared/domain/crest.ts'
import type { Tx } from '../../db/database.ts'
import { refuse } from '../../kit/refusal.ts'
import { writeAudit, type Actor } from '../audit/write.ts'
import { renderPdf } from '../documents/pdf.ts'
import { putDocument, readDocuments, removeDocument } from './document.ts'

export const crestKey = 'unit.crest'

const Stored = v.object({ mediaType: v.picklist(crestTypes), width: v.number(), height: v.number(), content: v.string() })

export interface Crest {
  readonly mediaType: CrestType
  readonly bytes: Buffer
}

/** With its size in pixels; null = the unit has given none. */
export async function readWholeCrest(tx: Tx): Promise<(Crest & ImageHead) | null> {
  const { value } = (await readDocuments(tx, [crestKey]))[crestKey]
  const { success, output } = v.safeParse(Stored, value)
  if (!success) return null
  const { content, ...head } = output
  return { ...head, bytes: Buffer.from(content, 'base64') }
}

/** What a paper prints; null = the unit has given none. */
export async function readCrest(tx: Tx): Promise<Crest | null> {
  const crest = await readWholeCrest(tx)
  return crest && { mediaType: crest.mediaType, bytes: crest.bytes }
}

/** Tries what it is for: an image that is cut short or damaged would keep every later paper from being printed. */
async function isPrintable({ mediaType }: ImageHead, content: string): Promise<boolean> {
  try {
    await renderPdf({ content: [{ image: `data:${mediaType};base64,${content}`, fit: [72, 72] }] }, { now: new Date(0), title: crestKey, language: 'en' })
    return true
  } catch {
    return false
  }
}

/** Refuses `crest_too_large`, `crest_unreadable`, `crest_sides`. */
export async function checkedCrest(bytes: Buffer): Promise<ImageHead> {
  if (bytes.length > maxCrestBytes) throw refuse('crest_too_large', { kilobytes: maxCrestBytes / 1024 })
  const head = readImageHead(bytes)
  if (head === null) throw refuse('crest_unreadable')
  const { width, height } = head
  if (Math.min(width, height) < crestSides.min || Math.max(width, height) > crestSides.max) throw refuse('crest_sides', { width, height, ...crestSides })
  if (!(await isPrintable(head, bytes.toString('base64')))) throw refuse('crest_unreadable')
  return head
}

interface Doing {
  readonly actor: Actor
  readonly at: Date
}
const told = ({ mediaType, width, height }: ImageHead, bytes: Buffer) => ({ mediaType, pixels: `${width} × ${height}`, bytes: bytes.length })

/** In place of any other one. */
export async function putCrest(tx: Tx, head: ImageHead, bytes: Buffer, { actor, at }: Doing): Promise<void> {
  const before = await readWholeCrest(tx)
  await putDocument(tx, { key: crestKey, category: 'app_config', value: { ...head, content: bytes.toString('base64') }, at })
  await writeAudit(tx, { at, actor, action: 'unit_crest_set', entityType: 'setting', entityId: crestKey, details: { ...(before && { before: told(before, before.bytes) }), after: told(head, bytes) } })
}

/** @returns whether there was one */
export async function removeCrest(tx: Tx, { actor, at }: Doing): Promise<boolean> {
  const before = await readWholeCrest(tx)
  if (before === null) return false
  await removeDocument(tx, crestKey)
  await writeAudit(tx, { at, actor, action: 'unit_crest_remove', entityType: 'setting', entityId: crestKey, details: { before: told(before, before.bytes) } })
  return true
}
