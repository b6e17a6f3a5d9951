import type * as Engine from './re2-engine.js'

let engine: typeof Engine | undefined

/** Loads what reads regular expressions, which most runs have none of and which takes a while. */
export const loadRe2 = async (): Promise<void> => {
  engine ??= await import('./re2-engine.js')
}

/** What reads regular expressions; undefined until it is loaded. */
export const loadedRe2 = (): typeof Engine.readRe2 | undefined => engine?.readRe2
