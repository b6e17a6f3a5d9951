/** Looks at the bytes of a resource without parsing them: most use no key, and there may be very many. */
export type Glance = (bytes: Uint8Array) => boolean

/** Properties that only say what a resource is called. */
export const isName = (property: string): boolean =>
  /^bucket$|(^|_)name$/.test(property) && !/key|kms|alias|topic|queue/.test(property)

const blank = /^\s*:\s*(null|false|""|\[\s*\]|\{\s*\})/
const hiding = /^\s*:\s*true/

/** Whether what follows any occurrence of a member's name passes. */
const anyAfter = (source: Buffer, quoted: Buffer, test: (after: string) => boolean): boolean => {
  for (let at = source.indexOf(quoted); at !== -1; at = source.indexOf(quoted, at + 1)) {
    const from = at + quoted.length
    if (test(source.toString('latin1', from, from + 24))) return true
  }
  return false
}

const quote = (name: string): Buffer => Buffer.from(`"${name}"`)
const arn = quote('arn')

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const quoted = (properties: Iterable<string>): readonly Buffer[] =>
  [...properties].filter(property => !isName(property)).map(quote)

/** What others deliver into, so that they name it. */
const isDestination = (type: string): boolean => /_(topic|queue|bucket|budget)$/.test(type)

/**
 * Tells whether a change or resource may say anything of the properties besides names, or whether another may refer to it by an
 * ARN that is not known yet. One that does neither has nothing to do with a key.
 */
export const glanceAt = (type: string, properties: Iterable<string>): Glance => {
  const telling = quoted(properties)
  const isNamed = isDestination(type)
  return bytes => {
    const source = bufferOf(bytes)
    const tells = telling.some(name => anyAfter(source, name, after => !blank.test(after)))
    return tells || (isNamed && anyAfter(source, arn, after => hiding.test(after)))
  }
}

/** Tells whether a resource of the configuration is written with any of the properties besides names, `dynamic` blocks apart. */
export const glanceAtWritten = (properties: Iterable<string>): Glance => {
  const telling = quoted(properties)
  return bytes => {
    const source = bufferOf(bytes)
    return telling.some(name => source.includes(name))
  }
}
