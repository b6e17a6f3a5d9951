import { anyType, type Type } from '../evaluate/types.js'

/** What a function takes: parameters in order, then any number of `rest`; and whether either may be null. */
export interface Signature {
  readonly takes: readonly Type[]
  readonly takesNull: boolean
  readonly rest?: Type
  readonly restNull: boolean
}

const string: Type = { kind: 'string' }
const number: Type = { kind: 'number' }
const bool: Type = { kind: 'bool' }
const listOf = (of: Type): Type => ({ kind: 'list', of })
const setOf = (of: Type): Type => ({ kind: 'set', of })
const list = listOf(anyType)
const set = setOf(anyType)
const strings = listOf(string)

const given = (...takes: readonly Type[]): Signature => ({ takes, takesNull: false, restNull: false })
const many = (rest: Type, ...takes: readonly Type[]): Signature => ({ ...given(...takes), rest })
const manyOrNull = (rest: Type, ...takes: readonly Type[]): Signature => ({ ...many(rest, ...takes), restNull: true })

const text = given(string)
const texts = given(string, string)
const any = given(anyType)
const conversion: Signature = { ...any, takesNull: true }

/**
 * The functions of Terraform and OpenTofu with their parameters, as `terraform metadata functions -json` tells them. Arguments are
 * converted to these types before a function sees them.
 */
export const signatures: Readonly<Record<string, Signature>> = {
  abs: given(number),
  abspath: text,
  alltrue: given(listOf(bool)),
  anytrue: given(listOf(bool)),
  base64decode: text,
  base64encode: text,
  base64gunzip: text,
  base64gzip: text,
  base64sha256: text,
  base64sha512: text,
  basename: text,
  bcrypt: many(number, string),
  ceil: given(number),
  chomp: text,
  chunklist: given(list, number),
  cidrcontains: texts,
  cidrhost: given(string, number),
  cidrnetmask: text,
  cidrsubnet: given(string, number, number),
  cidrsubnets: many(number, string),
  coalesce: manyOrNull(anyType),
  coalescelist: manyOrNull(anyType),
  compact: given(strings),
  concat: many(anyType),
  contains: given(anyType, anyType),
  csvdecode: text,
  dirname: text,
  distinct: given(list),
  element: given(anyType, number),
  endswith: texts,
  ephemeralasnull: conversion,
  file: text,
  filebase64: text,
  filebase64sha256: text,
  filebase64sha512: text,
  fileexists: text,
  filemd5: text,
  fileset: texts,
  filesha1: text,
  filesha256: text,
  filesha512: text,
  flatten: any,
  floor: given(number),
  format: manyOrNull(anyType, string),
  formatdate: texts,
  formatlist: manyOrNull(anyType, string),
  indent: given(number, string),
  index: given(anyType, anyType),
  issensitive: conversion,
  join: many(strings, string),
  jsondecode: text,
  jsonencode: conversion,
  keys: any,
  length: any,
  log: given(number, number),
  lookup: manyOrNull(anyType, anyType, string),
  lower: text,
  matchkeys: given(list, list, list),
  max: many(number),
  md5: text,
  merge: manyOrNull(anyType),
  min: many(number),
  nonsensitive: conversion,
  one: any,
  parseint: given(anyType, number),
  pathexpand: text,
  plantimestamp: given(),
  pow: given(number, number),
  range: many(number),
  regex: texts,
  regexall: texts,
  replace: given(string, string, string),
  reverse: any,
  rsadecrypt: texts,
  sensitive: conversion,
  setintersection: many(set, set),
  setproduct: many(anyType),
  setsubtract: given(set, set),
  setunion: many(set, set),
  sha1: text,
  sha256: text,
  sha512: text,
  signum: given(number),
  slice: given(anyType, number, number),
  sort: given(strings),
  split: texts,
  startswith: texts,
  strcontains: texts,
  strrev: text,
  substr: given(string, number, number),
  sum: any,
  templatefile: given(string, anyType),
  templatestring: given(string, anyType),
  textdecodebase64: texts,
  textencodebase64: texts,
  timeadd: texts,
  timecmp: texts,
  timestamp: given(),
  title: text,
  tobool: conversion,
  tolist: conversion,
  tomap: conversion,
  tonumber: conversion,
  toset: conversion,
  tostring: conversion,
  transpose: given({ kind: 'map', of: strings }),
  trim: texts,
  trimprefix: texts,
  trimspace: text,
  trimsuffix: texts,
  upper: text,
  urldecode: text,
  urlencode: text,
  uuid: given(),
  uuidv5: texts,
  values: any,
  yamldecode: text,
  yamlencode: conversion,
  zipmap: given(strings, anyType),
  'provider::aws::arn_build': given(string, string, string, string, string),
  'provider::aws::arn_parse': text,
  'provider::aws::trim_iam_role_path': text,
}
