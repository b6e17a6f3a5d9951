/** Where a skip stands between chunks. */
export interface Skip {
  depth: number
  deepest: number
  inString: boolean
  escaped: boolean
  /** A number, `true`, `false` or `null`: it ends before the byte that follows it. */
  scalar: boolean
}

export const startSkip = (): Skip => ({ depth: 0, deepest: 0, inString: false, escaped: false, scalar: false })

/** Makes a used skip ready for the next value. */
export const restart = (skip: Skip): void => {
  skip.depth = 0
  skip.deepest = 0
  skip.inString = false
  skip.escaped = false
  skip.scalar = false
}

/** What a skip returns when the value goes on in the next chunk. */
export const unfinished = -1

const endsScalar = (c: number | undefined): boolean =>
  c === 0x2c || c === 0x5d || c === 0x7d || c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09

/** Advances to just after the string that `from` is inside of. */
const skipString = (chunk: Uint8Array, from: number, skip: Skip): number => {
  const end = chunk.length
  let i = skip.escaped ? from + 1 : from
  let c
  while (i < end && (c = chunk[i]) !== 0x22) i += c === 0x5c ? 2 : 1
  skip.escaped = i > end
  skip.inString = i >= end
  return i >= end ? unfinished : i + 1
}

const skipScalar = (chunk: Uint8Array, from: number): number => {
  let i = from
  while (i < chunk.length && !endsScalar(chunk[i])) i++
  return i < chunk.length ? i : unfinished
}

/**
 * Advances over one JSON value and returns the index after it, or `unfinished` when it goes on in the next chunk. This is the
 * loop that nearly every byte of a plan goes through; it checks nothing but strings and brackets.
 */
export const skipValue = (chunk: Uint8Array, from: number, skip: Skip): number => {
  const end = chunk.length
  let i = from
  let { depth, deepest } = skip
  if (skip.inString) {
    i = skipString(chunk, i, skip)
    if (i === unfinished || depth === 0) return i
  } else if (depth === 0) {
    const c = chunk[i]
    if (skip.scalar || (c !== 0x22 && c !== 0x7b && c !== 0x5b)) {
      skip.scalar = true
      return skipScalar(chunk, i)
    }
  }
  while (i < end) {
    const c = chunk[i++]
    if (c === 0x22) {
      // the loop of skipString, written out: a call for each of the many short strings would cost a third
      // (and reading past the end, even once, makes every read slower)
      let d
      while (i < end && (d = chunk[i]) !== 0x22) i += d === 0x5c ? 2 : 1
      if (i >= end) {
        skip.inString = true
        skip.escaped = i > end
        break
      }
      i++
      if (depth === 0) return i
    } else if (c !== undefined && c > 0x5a) {
      // brackets and braces are above all that stands between values but `true`, `false` and `null`
      if (c === 0x7b || c === 0x5b) {
        if (++depth > deepest) deepest = depth
      } else if ((c === 0x7d || c === 0x5d) && --depth === 0) {
        skip.deepest = deepest
        return i
      }
    }
  }
  skip.depth = depth
  skip.deepest = deepest
  return unfinished
}

const isSpace = (c: number | undefined): boolean => c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09

const afterSpace = (bytes: Uint8Array, from: number): number => {
  let i = from
  while (i < bytes.length && isSpace(bytes[i])) i++
  return i
}

/** The string that the bytes are, quotes included; undefined for another value. */
const stringOf = (bytes: Uint8Array): string | undefined => {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (source[0] !== 0x22) return undefined
  if (!source.includes(0x5c)) return source.toString('utf8', 1, source.length - 1)
  try {
    return String(JSON.parse(source.toString('utf8')))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Whether the key between `from` and `to`, quotes included, is `name` (ASCII); one with escapes is decoded first. */
const isKey = (bytes: Uint8Array, from: number, to: number, name: string): boolean => {
  let same = to - from === name.length + 2
  for (let i = from + 1; i < to - 1; i++) {
    if (bytes[i] === 0x5c) return stringOf(bytes.subarray(from, to)) === name
    if (same && bytes[i] !== name.charCodeAt(i - from - 1)) same = false
  }
  return same
}

/** The index after the string that starts at `from`, or `unfinished`. */
const afterString = (bytes: Uint8Array, from: number): number => {
  const end = bytes.length
  let i = from + 1
  let c
  while (i < end && (c = bytes[i]) !== 0x22) i += c === 0x5c ? 2 : 1
  return i < end ? i + 1 : unfinished
}

/**
 * The string value of a member of an object, found without parsing the object. The bytes may be cut off at their end:
 * undefined when the member has not come, or is no string.
 */
export const memberOf = (bytes: Uint8Array, name: string): string | undefined => {
  let i = afterSpace(bytes, 0)
  if (bytes[i] !== 0x7b) return undefined
  do {
    const key = afterSpace(bytes, i + 1)
    if (bytes[key] !== 0x22) return undefined
    const keyEnd = afterString(bytes, key)
    if (keyEnd === unfinished) return undefined
    i = afterSpace(bytes, keyEnd)
    if (bytes[i] !== 0x3a) return undefined
    const value = afterSpace(bytes, i + 1)
    i = bytes[value] === 0x22 ? afterString(bytes, value) : skipValue(bytes, value, startSkip())
    if (i === unfinished) return undefined
    if (isKey(bytes, key, keyEnd, name)) return stringOf(bytes.subarray(value, i))
    i = afterSpace(bytes, i)
  } while (bytes[i] === 0x2c)
  return undefined
}
