import type { Text } from '../../model/text.js'
import type { Draft, Listed } from './draft.js'
import { hclArguments, hclText, listOf, type Argument } from './hcl.js'
import { groupByName } from './value.js'

const listOfTexts = (texts: readonly Text[], indent: string): string => listOf(texts.map(hclText), indent)

const block = (name: string, args: readonly Argument[]): readonly string[] => [
  '',
  `  ${name} {`,
  ...hclArguments(args, '    '),
  '  }',
]

const named = (name: string, { negated }: Listed<unknown>): string => (negated ? `not_${name}` : name)

/** Whether a block can say it: `&{` is how a document writes `${`. */
export const fitsBlock = ({ principals, actions, resources, conditions }: Draft): boolean =>
  [
    ...(principals?.items.map(({ text }) => text) ?? []),
    ...[actions, resources].flatMap(listed => listed?.items ?? []),
    ...conditions.flatMap(({ values }) => values),
  ].every(value => !value.some(part => typeof part === 'string' && part.includes('&{')))

/**
 * A statement as a block of `aws_iam_policy_document`.
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
export const toHclBlock = ({ sid, effect, principals, actions, resources, conditions }: Draft): string => {
  const element = (name: string, listed: Listed<Text> | undefined): Argument[] =>
    listed ? [[named(name, listed), listOfTexts(listed.items, '  ')]] : []
  const args: Argument[] = [
    ...(sid ? [['sid', hclText(sid)] as const] : []),
    ...(effect === 'Deny' ? [['effect', '"Deny"'] as const] : []),
    ...element('actions', actions),
    ...element('resources', resources),
  ]
  const who = groupByName(principals?.items ?? [], ({ element }) => element).map(([type, of]) =>
    block(principals?.negated ? 'not_principals' : 'principals', [
      ['type', hclText([type])],
      [
        'identifiers',
        listOfTexts(
          of.map(({ text }) => text),
          '    ',
        ),
      ],
    ]),
  )
  const when = conditions.map(({ operator, key, values }) =>
    block('condition', [
      ['test', hclText([operator])],
      ['variable', hclText([key])],
      ['values', listOfTexts(values, '    ')],
    ]),
  )
  return ['statement {', ...hclArguments(args, '  '), ...[...who, ...when].flat(), '}'].join('\n')
}
