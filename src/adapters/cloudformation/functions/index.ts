import type { IntrinsicFunction } from '../call.js'
import { base64, toJsonString } from './encode.js'
import { findInMap } from './find-in-map.js'
import { ifFunction } from './if.js'
import { join, length, select, split } from './lists.js'
import { cidr, getAzs } from './network.js'
import { getAtt, importValue, ref, transform } from './references.js'
import { sub } from './sub.js'

/**
 * The intrinsic functions by their long names. Those of conditions are read where a condition stands.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export const functions: Readonly<Record<string, IntrinsicFunction>> = {
  Ref: ref,
  'Fn::Base64': base64,
  'Fn::Cidr': cidr,
  'Fn::FindInMap': findInMap,
  'Fn::GetAtt': getAtt,
  'Fn::GetAZs': getAzs,
  'Fn::If': ifFunction,
  'Fn::ImportValue': importValue,
  'Fn::Join': join,
  'Fn::Length': length,
  'Fn::Select': select,
  'Fn::Split': split,
  'Fn::Sub': sub,
  'Fn::ToJsonString': toJsonString,
  'Fn::Transform': transform,
}
