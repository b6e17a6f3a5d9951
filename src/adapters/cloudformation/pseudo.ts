import type { Location } from '../../model/location.js'
import { concat, text, type Hole, type Text } from '../../model/text.js'
import { partitionOf } from '../partition.js'
import type { Scope } from './scope.js'
import { textNode, type Value } from './value.js'

/** A pseudo parameter that is a text: what the options tell of it, and what it stands for where they do not. */
interface Pseudo {
  readonly known: (scope: Scope) => string | undefined
  readonly stands?: NonNullable<Hole['stands']>
}

const suffixes: ReadonlyMap<string, string> = new Map([
  ['aws-cn', 'amazonaws.com.cn'],
  ['aws-iso', 'c2s.ic.gov'],
  ['aws-iso-b', 'sc2s.sgov.gov'],
  ['aws-iso-e', 'cloud.adc-e.uk'],
  ['aws-iso-f', 'csp.hci.ic.gov'],
  ['aws-eusc', 'amazonaws.eu'],
])

/** Where the Region is not known, the suffix of the public Regions and GovCloud: service principals end in it elsewhere too. */
const suffixOf = ({ region = '' }: Scope): string => suffixes.get(partitionOf(region)) ?? 'amazonaws.com'

const unknown = (): undefined => undefined

const texts = {
  'AWS::AccountId': { known: ({ account }) => account, stands: 'account' },
  'AWS::Region': { known: ({ region }) => region, stands: 'region' },
  'AWS::Partition': { known: ({ region }) => region && partitionOf(region), stands: 'partition' },
  'AWS::URLSuffix': { known: suffixOf },
  'AWS::StackName': { known: unknown, stands: 'name' },
} satisfies Record<string, Pseudo>

type PseudoText = keyof typeof texts

const isText = (name: string): name is PseudoText => Object.hasOwn(texts, name)

/** The text of a pseudo parameter: a literal where the options tell it, else a hole that knows what it is. */
export const pseudoText = (name: PseudoText, scope: Scope): Text => {
  const { known, stands }: Pseudo = texts[name]
  return text(known(scope) ?? { kind: 'pseudo', name, ...(stands && { stands }) })
}

const stackIdName = 'AWS::StackId'
const none = 'AWS::NoValue'
const list = 'AWS::NotificationARNs'

/** Every pseudo parameter by its name. */
export const pseudoNames: readonly string[] = [...Object.keys(texts), stackIdName, none, list]

export const isPseudo = (name: string): boolean => pseudoNames.includes(name)

/** The ARN of the stack, of which templates take the account or the last part. */
const stackId = (scope: Scope): Text =>
  concat(
    ['arn:'],
    pseudoText('AWS::Partition', scope),
    [':cloudformation:'],
    pseudoText('AWS::Region', scope),
    [':'],
    pseudoText('AWS::AccountId', scope),
    [':stack/'],
    pseudoText('AWS::StackName', scope),
    ['/', { kind: 'pseudo', name: stackIdName, stands: 'name' }],
  )

/** What a pseudo parameter stands for. */
export const pseudo = (name: string, scope: Scope, location: Location): Value => {
  if (name === stackIdName) return textNode(stackId(scope), location)
  if (isText(name)) return textNode(pseudoText(name, scope), location)
  return name === none ? undefined : { kind: 'hole', hole: { kind: 'pseudo', name }, many: true, location }
}
