import type { Attested, Key } from '../../model/key.js'
import { InputError } from '../../model/problem.js'
import type { Adapter, AdapterOptions, Reading, Source } from '../../model/source.js'
import type { Hole } from '../../model/text.js'
import { Unknown } from '../../model/truth.js'
import { decode } from '../encoding.js'
import { partitionOf } from '../partition.js'
import { readDocument } from './document.js'
import { recognise } from './recognise.js'

const maxBytes = 1024 * 1024

const readAll = async (source: Source): Promise<string> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of source.chunks()) {
    size += chunk.length
    if (size > maxBytes)
      throw new InputError('too-large', `a key policy is at most 32 KiB, this file has more than 1 MiB`)
    chunks.push(Uint8Array.from(chunk))
  }
  return decode(Buffer.concat(chunks))
}

const attested = (value: string | undefined): Attested | undefined =>
  value === undefined ? undefined : { value, by: 'option' }

const keyOf = (source: Source, text: string, { account, region }: AdapterOptions): Key => {
  const document = readDocument(text, source.file)
  const unknown = (what: string): Unknown => {
    const hole: Hole = { kind: 'untold', name: `the key's ${what}` }
    return new Unknown([hole])
  }
  const { file, location } = { file: source.file, location: document.location }
  return {
    address: file,
    type: 'key-policy',
    location,
    via: [],
    enabled: unknown('state'),
    spec: unknown('spec'),
    usage: unknown('usage'),
    origin: unknown('origin'),
    multiRegion: unknown('multi-Region setting'),
    replica: false,
    rotation: unknown('rotation'),
    bypassLockoutCheck: unknown('lockout check'),
    deletionWindow: unknown('deletion window'),
    account: attested(account),
    region: attested(region),
    partition: attested(region === undefined ? undefined : partitionOf(region)),
    arns: [],
    policy: { kind: 'document', variants: [{ document }], location },
    policySources: [{ address: file, location }],
    grants: [],
  }
}

const read = async (source: Source, options: AdapterOptions): Promise<Reading> => {
  try {
    return { keys: [keyOf(source, await readAll(source), options)], problems: [], skipped: [] }
  } catch (error) {
    if (!(error instanceof InputError) || error.location) throw error
    throw new InputError(error.code, error.message, { file: source.file })
  }
}

/**
 * Reads a bare key policy: the policy document itself, or what `aws kms get-key-policy --output json` prints around it. In a
 * directory only documents with a principal are taken, since one without is a policy of IAM, and only those about KMS: trust policies and
 * those of buckets, topics and queues look the same.
 * @see https://docs.aws.amazon.com/cli/latest/reference/kms/get-key-policy.html
 */
export const keyPolicy: Adapter = {
  name: 'key-policy',
  accepts: ({ head, named }) => recognise(decode(head), named),
  read,
}
