/** A space that does not break before « : ; ? ! » and inside quotation marks: U+202F, narrow, as French is set. */
export const frenchSpaces = (text: string): string => text.replace(/[ \u00a0](?=[:;?!»])/g, '\u202f').replace(/«[ \u00a0]/g, '«\u202f')

/** Sets the spaces of a whole catalogue, so that those who write it need no special keys. */
export const setFrench = (texts: object): object =>
  Object.fromEntries(Object.entries(texts).map(([key, text]: [string, unknown]) => [key, typeof text === 'string' ? frenchSpaces(text) : typeof text === 'object' && text !== null ? setFrench(text) : text]))
