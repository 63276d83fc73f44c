/** Hands a text to the person as a file; Electron asks where, a browser puts it with its downloads. */
export const download = (fileName: string, mediaType: string, content: string): void => save(fileName, new Blob([content], { type: mediaType }))

function save(fileName: string, data: Blob): void {
  const address = URL.createObjectURL(data)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // The download has its own hold on the data by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** The same for a file that came as base64. */
export function downloadBytes(fileName: string, mediaType: string, base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
  save(fileName, new Blob([bytes], { type: mediaType }))
}
