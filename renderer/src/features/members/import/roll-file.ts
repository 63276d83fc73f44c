import { maxRollBytes } from '../../../../../shared/domain/roll.ts'

/** base64 of bytes of any length: a single `String.fromCharCode(...bytes)` overflows the stack. */
export function toBase64(bytes: Uint8Array): string {
  const chunk = 0x8000
  let binary = ''
  for (let start = 0; start < bytes.length; start += chunk) binary += String.fromCharCode(...bytes.subarray(start, start + chunk))
  return btoa(binary)
}

export interface RollFile {
  readonly fileName: string
  readonly content: string
}

export async function readRollFile(file: File): Promise<RollFile | 'too-large'> {
  if (file.size > maxRollBytes) return 'too-large'
  return { fileName: file.name.slice(-255), content: toBase64(new Uint8Array(await file.arrayBuffer())) }
}
