import { maxListBytes } from '../../../shared/domain/list-file.ts'

/** base64 of bytes of any length: a single `String.fromCharCode(...bytes)` overflows the stack. */
export function toBase64(bytes: Uint8Array): string {
  const chunk = 0x8000
  let binary = ''
  for (let start = 0; start < bytes.length; start += chunk) binary += String.fromCharCode(...bytes.subarray(start, start + chunk))
  return btoa(binary)
}

/** As it travels to the core, which decides what it is. */
export interface ListFile {
  readonly fileName: string
  readonly content: string
}

/** Rejects where it cannot be read: a stick may be pulled out meanwhile. */
export async function readListFile(file: File): Promise<ListFile | 'too-large'> {
  if (file.size > maxListBytes) return 'too-large'
  return { fileName: file.name.slice(-255), content: toBase64(new Uint8Array(await file.arrayBuffer())) }
}

/** The reading of column `at` is `field` now; no other column is. */
export const withColumn = <F extends string>(columns: readonly (F | null)[], at: number, field: F | null): (F | null)[] => columns.map((before, index) => (index === at ? field : before === field ? null : before))
