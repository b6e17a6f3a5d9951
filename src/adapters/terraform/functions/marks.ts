import { booleanOf, concealed, hasSensitive, revealedValue } from '../evaluate/value.js'
import { argument, unknownCall, type Function } from './define.js'

/** Whether the value itself is marked; of a list or an object whose parts are, it is not known which were marked. */
const issensitive: Function = (args, call) => {
  const value = argument(args, 0, call)
  const isMarked = hasSensitive(value)
  const isOpen = isMarked ? value.kind === 'list' || value.kind === 'object' : value.kind === 'unknown'
  return isOpen ? unknownCall(args, call) : booleanOf(isMarked, call.at)
}

/** Functions of the marks of values. */
export const marks: Readonly<Record<string, Function>> = {
  sensitive: (args, call) => concealed(argument(args, 0, call)),
  nonsensitive: (args, call) => revealedValue(argument(args, 0, call)),
  issensitive,
  // an ephemeral value is a hole already
  ephemeralasnull: (args, call) => argument(args, 0, call),
}
