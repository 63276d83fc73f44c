/** What a person means by `7`, `1900`, `7:30` or `19 h 05`, as `HH:MM`; null when it is no time of day. */
export function toTimeOfDay(text: string): string | null {
  const [, hours, minutes = '0'] = /^(\d{1,2})(?:\s*[:.h]\s*(\d{2})?)?$/i.exec(text.trim().replace(/^(\d{1,2})(\d{2})$/, '$1:$2')) ?? []
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return null
  return `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`
}
