/** What a PIN may be (domain.md 4.22 ▶: 6 digits and more; trust.md 4.3: a blocklist). Pure, for the core and for the form. */
export const pinForm = /^\d{6,12}$/

/** Favourites that the rules below do not find. */
const favourites = new Set(['121212', '112233', '123123', '123321', '131313', '159753', '147258', '142536', '147852', '258456', '696969', '789456', '456789', '102030', '010203', '112211', '100200', '007007', '420420', '520520', '951753', '13579246'])

/** All alike, a run up or down past the nine as well, or one short piece over and over. */
const isPattern = (digits: string): boolean => {
  const steps = [...digits].slice(1).map((digit, index) => (Number(digit) - Number(digits[index]) + 10) % 10)
  if ([0, 1, 9].some((step) => steps.every((found) => found === step))) return true
  return [2, 3].some((size) => digits.length % size === 0 && digits === digits.slice(0, size).repeat(digits.length / size))
}

/** A date people know of each other, such as 19870512, 120587 or 051287. */
const isDate = (digits: string): boolean => {
  const day = '(0[1-9]|[12]\\d|3[01])'
  const month = '(0[1-9]|1[0-2])'
  const year = '(19[3-9]\\d|20[0-4]\\d)'
  return [`${year}${month}${day}`, `${day}${month}${year}`, `${month}${day}${year}`].some((form) => new RegExp(`^${form}$`).test(digits)) || /^(19[3-9]\d|20[0-4]\d)\1$/.test(digits)
}

/**
 * True when somebody who knows the person would try it early.
 * @param serviceNumber of the person; its digits may not be the PIN, nor hold it
 */
export function isWeakPin(pin: string, serviceNumber = ''): boolean {
  const own = serviceNumber.replace(/\D/g, '')
  return favourites.has(pin) || isPattern(pin) || isDate(pin) || (own.length >= 6 && (own.includes(pin) || pin.includes(own)))
}
