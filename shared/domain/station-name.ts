/** `front-door` is shown as “Front door” until somebody names it. */
export const nameOfStation = (id: string): string => {
  const words = id.replace(/[-_]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
