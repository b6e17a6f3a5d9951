import { InputError } from '../../model/problem.js'
import { memberOf, restart, skipValue, startSkip, unfinished, type Skip } from './bytes.js'

/** What to do with the next JSON value. Values of another shape than the visit expects are skipped. */
export type Visit =
  | { readonly kind: 'skip' }
  /** Walks the members of an object; the visit of each is chosen by its key. */
  | { readonly kind: 'members'; readonly member: (key: string) => Visit }
  /** Walks the elements of a list. */
  | { readonly kind: 'items'; readonly item: Visit }
  | Take

/** Hands a value over, parsed. */
export interface Take {
  readonly kind: 'take'
  readonly take: (value: unknown) => void
  /** Takes only objects whose member `name` is a string that passes; the others are never parsed. */
  readonly only?: {
    readonly name: string
    readonly test: (value: string) => boolean
    /** Looks at the bytes of one that passes before it is parsed. */
    readonly glance?: (value: string, bytes: Uint8Array) => boolean
  }
}

export interface ScanLimits {
  /** The most bytes that one taken value may have; a bigger one is given to `tooLarge` and the rest goes on. */
  readonly element: number
  /** The deepest nesting of a taken value, and of the walk. */
  readonly depth: number
}

export interface Scan {
  /** Takes the next bytes, in UTF-8; they may end anywhere and are not needed afterwards. */
  readonly push: (chunk: Uint8Array) => void
  /** Tells that there are no more bytes. */
  readonly end: () => {
    /** `none`: no JSON object at all; `cut`: it does not end; `several`: another one follows. */
    readonly document: 'none' | 'cut' | 'whole' | 'several'
    /** Lines before and after the document that are not part of it. */
    readonly strayLines: number
  }
}

export const skip: Visit = { kind: 'skip' }

type Frame =
  { readonly close: 0x7d; readonly member: (key: string) => Visit } | { readonly close: 0x5d; readonly item: Visit }

type Mode = 'before' | 'opened' | 'value' | 'first' | 'next' | 'key' | 'colon' | 'run' | 'after' | 'again' | 'several'

const isSpace = (c: number | undefined): boolean => c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09
const utf8 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')

/**
 * Walks one JSON object that arrives in chunks, wherever they are cut, and hands selected values over. Nothing else is
 * parsed, kept or validated beyond strings and brackets. Lines around the object, such as a wrapper writes, are passed over.
 */
export const scan = (root: (key: string) => Visit, limits: ScanLimits, tooLarge: (head: string) => void): Scan => {
  const frames: Frame[] = []
  const run: Skip = startSkip()
  let mode: Mode = 'before'
  let visit: Visit = skip
  /** What the running value is: a key, or a value that is taken or skipped. */
  let running: 'key' | 'take' | 'skip' = 'skip'
  let held: Uint8Array[] = []
  let heldBytes = 0
  let lineStart = true
  let strayLines = 0
  let consumed = 0

  const unexpected = (i: number): never => {
    throw new InputError('not-json', `not valid JSON at byte ${consumed + i}`)
  }
  const open = (frame: Frame): void => {
    if (frames.length >= limits.depth) throw new InputError('too-large', `nested deeper than ${limits.depth} levels`)
    frames.push(frame)
    mode = 'first'
  }
  const closed = (): void => {
    frames.pop()
    mode = frames.length > 0 ? 'next' : 'after'
    lineStart = true
  }

  /** Decides about a held value as soon as enough of it is there; gives up holding what is not wanted. */
  const release = (): void => {
    running = 'skip'
    held = []
    heldBytes = 0
  }
  const isWanted = (take: Take, bytes: Uint8Array): boolean | undefined => {
    if (!take.only) return true
    const value = memberOf(bytes, take.only.name)
    return value === undefined ? undefined : take.only.test(value)
  }
  const keep = (bytes: Uint8Array): void => {
    heldBytes += bytes.length
    const take = visit
    if (running === 'take' && take.kind === 'take') {
      const head = held[0] ?? bytes
      // a type that has not come within the first pieces is looked for once more at the end
      if (held.length < 4 && isWanted(take, held.length === 0 ? bytes : Buffer.concat([...held, bytes])) === false) {
        release()
        return
      }
      if (heldBytes > limits.element) {
        tooLarge(memberOf(head, 'address') ?? '')
        release()
        return
      }
    } else if (heldBytes > limits.element)
      throw new InputError('too-large', `a key longer than ${limits.element} bytes`)
    held.push(Uint8Array.prototype.slice.call(bytes))
  }

  const finishKey = (bytes: Uint8Array, i: number): void => {
    const frame = frames.at(-1)
    const key = parse(bytes, i)
    visit = frame?.close === 0x7d && typeof key === 'string' ? frame.member(key) : skip
    mode = 'colon'
  }
  const parse = (bytes: Uint8Array, i: number): unknown => {
    try {
      return JSON.parse(utf8(bytes))
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      // its message quotes the text, which may be secret
      return unexpected(i)
    }
  }
  const finishTake = (take: Take, bytes: Uint8Array, i: number): void => {
    if (isWanted(take, bytes) !== true) return
    const { only } = take
    if (only?.glance?.(memberOf(bytes, only.name) ?? '', bytes) === false) return
    if (bytes.length > limits.element || run.deepest > limits.depth) tooLarge(memberOf(bytes, 'address') ?? '')
    else take.take(parse(bytes, i))
  }
  const finish = (bytes: Uint8Array, i: number): void => {
    const whole = held.length > 0 ? Buffer.concat([...held, bytes]) : bytes
    const was = running
    release()
    if (was === 'key') {
      finishKey(whole, i)
      return
    }
    mode = 'next'
    if (was === 'take' && visit.kind === 'take') finishTake(visit, whole, i)
  }

  const startRun = (what: typeof running): void => {
    running = what
    restart(run)
    mode = 'run'
  }
  const startValue = (c: number | undefined, i: number): boolean => {
    if (c === 0x2c || c === 0x3a || c === 0x5d || c === 0x7d) unexpected(i)
    if (c === 0x7b && visit.kind === 'members') open({ close: 0x7d, member: visit.member })
    else if (c === 0x5b && visit.kind === 'items') open({ close: 0x5d, item: visit.item })
    else {
      startRun(visit.kind === 'take' ? 'take' : 'skip')
      return false
    }
    return true
  }

  /** Looks for a line that opens an object: `{` and then `"` or `}`. */
  const around = (chunk: Uint8Array, from: number, opened: Mode): number => {
    let i = from
    for (; i < chunk.length; i++) {
      const c = chunk[i]
      if (c === 0x7b && lineStart) {
        mode = opened
        return i + 1
      }
      // the bytes of a UTF-8 byte order mark may stand before the object
      if (c === 0x0a) lineStart = true
      else if (!isSpace(c) && c !== 0xef && c !== 0xbb && c !== 0xbf) {
        if (lineStart) strayLines++
        lineStart = false
      }
    }
    return i
  }

  const step = (chunk: Uint8Array, i: number): number => {
    const c = chunk[i]
    if (isSpace(c)) return i + 1
    switch (mode) {
      case 'opened':
        if (c === 0x22 || c === 0x7d) open({ close: 0x7d, member: root })
        else {
          strayLines++
          lineStart = false
          mode = 'before'
        }
        return i
      case 'again':
        mode = c === 0x22 || c === 0x7d ? 'several' : 'after'
        return i
      case 'colon':
        if (c !== 0x3a) unexpected(i)
        mode = 'value'
        return i + 1
      case 'value':
        return startValue(c, i) ? i + 1 : i
      default:
        return between(c, i)
    }
  }
  /** Between the members or elements of a container. */
  const between = (c: number | undefined, i: number): number => {
    const frame = frames.at(-1)
    if (c === frame?.close && mode !== 'key') {
      closed()
      return i + 1
    }
    if (mode === 'next') {
      if (c !== 0x2c) unexpected(i)
      mode = 'key'
      return i + 1
    }
    if (frame?.close === 0x5d) {
      visit = frame.item
      mode = 'value'
    } else if (c === 0x22) startRun('key')
    else unexpected(i)
    return i
  }

  const push = (chunk: Uint8Array): void => {
    let i = 0
    while (i < chunk.length) {
      if (mode === 'run') {
        const from = i
        const to = skipValue(chunk, i, run)
        i = to === unfinished ? chunk.length : to
        if (to !== unfinished) finish(running === 'skip' ? chunk.subarray(0, 0) : chunk.subarray(from, i), from)
        else if (running !== 'skip') keep(chunk.subarray(from))
      } else if (mode === 'before') i = around(chunk, i, 'opened')
      else if (mode === 'after') i = around(chunk, i, 'again')
      else if (mode === 'several') break
      else i = step(chunk, i)
    }
    consumed += chunk.length
  }
  const end = () => ({
    document:
      mode === 'before' || mode === 'opened'
        ? ('none' as const)
        : mode === 'several'
          ? ('several' as const)
          : mode === 'after' || mode === 'again'
            ? ('whole' as const)
            : ('cut' as const),
    strayLines,
  })
  return { push, end }
}
