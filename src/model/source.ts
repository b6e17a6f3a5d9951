import type { Deployed, Wanted } from './deployed.js'
import type { Key } from './key.js'
import type { Planned } from './planned.js'
import type { Problem } from './problem.js'

/** The bytes of one input, read once and in order. */
export interface Source {
  /** Relative to the workspace root with `/` separators, or `<stdin>`: what locations and messages say. */
  readonly file: string
  /** Named by the user, not found while scanning a directory: then "not mine" is an error, not a shrug. */
  readonly named: boolean
  /** The first bytes (at most 64 KiB), for recognising the content. Reading them does not consume `chunks`. */
  readonly head: Uint8Array
  /** All bytes from the start, in chunks; may be iterated once. */
  readonly chunks: () => AsyncIterable<Uint8Array>
  /** The bytes once more, after `chunks` came to its end; undefined where they are gone, as those of a long pipe are. */
  readonly again?: () => AsyncIterable<Uint8Array> | undefined
}

/** A value for a variable of a Terraform root module, or a file of such values: what comes later counts. */
export type Assignment =
  { readonly name: string; readonly value: string } | { readonly file: string; readonly text: string }

/** What the user says of Terraform configurations. */
export interface Configured {
  /** In the order in which they were given on the command line. */
  readonly assignments?: readonly Assignment[]
  /** The values of `TF_VAR_` variables by the name of the variable: these count least. */
  readonly environment?: Readonly<Record<string, string>>
  /** The value of `terraform.workspace`; not known where it is not given. */
  readonly workspace?: string
}

/** What the user says of the keys, where the input does not. */
export interface AdapterOptions {
  readonly account?: string
  readonly region?: string
  /** Which resources besides keys to read; none where it is absent. */
  readonly wanted?: Wanted
  /** A file of values for the parameters of templates, in any of the forms that AWS's tools take. */
  readonly parameters?: { readonly file: string; readonly text: string }
  /** Reads a file that an input refers to, by its path from the root. Throws `InputError` outside of it or over `maxBytes`. */
  readonly readText?: (path: string, maxBytes: number) => Promise<string>
  readonly terraform?: Configured
}

/** Files that may be read: rooted and bounded. */
export interface Files {
  /** The files of a folder and of all folders in it, relative to the root. Throws `InputError`. */
  readonly list: (dir: string) => Promise<string[]>
  /** The files of a folder alone, relative to the root. Throws `InputError` for what is not there or lies outside of the root. */
  readonly inFolder: (dir: string) => Promise<string[]>
  /** A text without its byte order mark. Throws `InputError` for what is not there, lies outside of the root or is too large. */
  readonly readText: (path: string, maxBytes: number) => Promise<string>
}

/** A folder that is scanned, for the formats whose source is a folder and not a file. */
export interface Folder extends Files {
  /** Relative to the workspace root, `.` for the root itself. */
  readonly folder: string
  /** The files in it and below, as `list` gives them. */
  readonly names: readonly string[]
}

/** What one adapter read from one source. */
export interface Reading {
  readonly keys: readonly Key[]
  /** The resources that were wanted, for finding those that use a key. */
  readonly resources?: readonly Deployed[]
  readonly problems: readonly Problem[]
  /** Keys that were seen and are not judged, with the reason: deleted, forgotten. */
  readonly skipped: readonly { readonly address: string; readonly reason: string }[]
  /** The files and folders that were read in their place as parts of this source, so that they are not to be read for themselves. */
  readonly covers?: readonly string[]
  /** The folder that is the source, where it is no file. */
  readonly folder?: string
  /** Where the source is a plan: what it tells of its configuration. */
  readonly planned?: Planned
}

/** One source format. */
export interface Adapter {
  readonly name: string
  /** Recognises content by what it is, from its first bytes; never by the file's name. */
  readonly accepts: (source: Source) => boolean
  /** Reads keys; what cannot be read becomes a problem, and throws `InputError` only for the source as a whole. */
  readonly read: (source: Source, options: AdapterOptions) => Promise<Reading>
}

/** One source format of which a source is a folder: a Terraform root module. */
export interface FolderAdapter {
  readonly name: string
  /** Tells by the names of the files whether there may be something to read. */
  readonly accepts: (folder: Folder) => boolean
  /** One reading for each source in the folder and below. Throws `InputError` for the folder as a whole. */
  readonly read: (folder: Folder, options: AdapterOptions) => Promise<readonly Reading[]>
}
