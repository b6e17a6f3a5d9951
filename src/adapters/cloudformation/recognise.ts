import { decode } from '../encoding.js'

const sections =
  '(AWSTemplateFormatVersion|Description|Metadata|Parameters|Rules|Mappings|Conditions|Transform|Globals|Hooks|Resources|Outputs)'

/** Comments, which JSON has not: a file that has some is a template with a mistake. */
const comments = String.raw`(\s|//[^\n]*\n|/\*[^*]*\*/)*`

const opening = new RegExp(String.raw`^\{?${comments}["']?${sections}["']?\s*:`)
/** Lines that YAML has before a document, and white space. */
const preamble = /^([^\S\n]*((#|%|---|\/\/)[^\n]*)?\n)*\s*/
const evidence =
  /["']?AWSTemplateFormatVersion["']?\s*:|["']?\bType["']?\s*:\s*["']?(AWS|Custom|Alexa)::|["']?\bTransform["']?\s*:\s*["']?AWS::/

/** How many bytes of a longer text there are. */
const headSize = 64 * 1024

/**
 * Whether the first bytes are those of a template, in YAML or JSON: it begins with one of its sections. What it says turns
 * out when it is read.
 */
export const isTemplate = (head: Uint8Array): boolean => {
  const text = decode(head)
  // of a long template the first bytes may hold nothing but mappings
  const isCut = head.length >= headSize
  return opening.test(text.replace(preamble, '')) && (isCut || evidence.test(text))
}
