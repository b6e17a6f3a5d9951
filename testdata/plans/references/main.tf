terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}
variable "role" {
  type    = string
  default = "arn:aws:iam::111122223333:role/deploy"
}
provider "aws" {
  region = "eu-west-1"
  assume_role { role_arn = var.role }
}
provider "aws" {
  alias               = "partner"
  region              = "us-gov-west-1"
  allowed_account_ids = ["123456789012"]
}
data "aws_caller_identity" "current" {}
resource "aws_iam_role" "task" {
  for_each           = toset(["a", "b"])
  name_prefix        = each.key
  assume_role_policy = "{}"
}
resource "aws_s3_bucket" "logs" { bucket_prefix = "x" }
data "aws_iam_policy_document" "base" {
  statement {
    sid       = "Root"
    actions   = ["kms:*"]
    resources = ["*"]
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${data.aws_caller_identity.current.account_id}:root"]
    }
  }
  statement {
    sid       = "Use"
    actions   = ["kms:Decrypt"]
    resources = ["*"]
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::111122223333:role/known"]
    }
  }
}
data "aws_iam_policy_document" "extra" {
  statement {
    sid       = "Use"
    actions   = ["kms:Decrypt", "kms:Encrypt"]
    resources = ["*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "ArnLike"
      variable = "aws:PrincipalArn"
      values   = [aws_iam_role.task["a"].arn, "arn:aws:iam::111122223333:role/fixed-&{aws:username}", aws_iam_role.task["b"].arn]
    }
  }
}
data "aws_iam_policy_document" "each" {
  for_each                  = toset(["a", "b"])
  source_policy_documents   = [data.aws_iam_policy_document.base.json]
  override_policy_documents = [data.aws_iam_policy_document.extra.json]
  statement {
    sid       = "Bucket"
    actions   = ["kms:GenerateDataKey"]
    resources = ["*"]
    principals {
      type        = "Service"
      identifiers = ["s3.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceArn"
      values   = ["${aws_s3_bucket.logs.arn}/${each.key}"]
    }
  }
}
resource "aws_kms_key" "team" {
  for_each = toset(["a", "b"])
  policy   = data.aws_iam_policy_document.each[each.key].json
}
resource "aws_kms_key" "counted" {
  count  = 2
  policy = data.aws_iam_policy_document.each[count.index == 0 ? "a" : "b"].json
}
data "aws_iam_policy_document" "maybe" {
  count = 1
  dynamic "statement" {
    for_each = aws_iam_role.task
    content {
      sid       = "x${statement.key}"
      actions   = ["kms:Decrypt"]
      resources = ["*"]
      principals {
        type        = "AWS"
        identifiers = [statement.value.arn]
      }
    }
  }
  statement {
    actions   = ["kms:*"]
    resources = ["*"]
    principals {
      type        = "AWS"
      identifiers = [for r in aws_iam_role.task : r.arn]
    }
  }
}
variable "policy" {
  type    = string
  default = null
}
resource "aws_kms_key" "co" { policy = coalesce(var.policy, data.aws_iam_policy_document.maybe[0].json) }
resource "aws_kms_key" "one" { policy = one(data.aws_iam_policy_document.maybe[*].json) }
resource "aws_kms_key" "bare" {}
resource "aws_kms_key_policy" "bare" {
  key_id = aws_kms_key.bare.id
  policy = data.aws_iam_policy_document.maybe[0].json
}
module "key" {
  source   = "./mod"
  for_each = toset(["p", "q"])
  name     = each.key
  doc      = data.aws_iam_policy_document.extra.json
}
module "single" {
  source = "./mod"
  name   = "s"
  doc    = null
  secret = "hush-hush-1"
}
resource "aws_kms_key_policy" "through" {
  for_each = toset(["p", "q"])
  key_id   = module.key[each.key].id
  policy   = data.aws_iam_policy_document.each["a"].json
}
resource "aws_kms_key_policy" "single" {
  key_id = module.single.id
  policy = jsonencode({ Statement = [{ Sid = "A", Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:root" }, Action = "kms:*", Resource = "*" }] })
}
resource "aws_kms_key_policy" "chained" {
  for_each = aws_kms_key.team
  key_id   = each.value.key_id
  policy   = jsonencode({ Statement = [{ Sid = "A", Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:root" }, Action = "kms:*", Resource = "*" }] })
}
resource "aws_kms_key_policy" "literal" {
  key_id = "arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555"
  policy = jsonencode({ Statement = [{ Sid = "A", Effect = "Allow", Principal = { AWS = "*" }, Action = "kms:*", Resource = "*" }] })
}
resource "aws_kms_grant" "g" {
  for_each          = aws_iam_role.task
  key_id            = aws_kms_key.bare.key_id
  grantee_principal = each.value.arn
  operations        = ["Decrypt", "Encrypt"]
  constraints {
    encryption_context_equals = { Department = "Finance" }
  }
}
resource "aws_kms_grant" "known" {
  key_id            = module.key["p"].id
  grantee_principal = "arn:aws:iam::444455556666:role/x"
  operations        = ["Decrypt"]
}
resource "aws_kms_external_key" "ext" {
  provider     = aws.partner
  multi_region = true
}
resource "aws_kms_replica_external_key" "ext" { primary_key_arn = aws_kms_external_key.ext.arn }
resource "aws_kms_replica_key" "rep" {
  provider        = aws.partner
  primary_key_arn = aws_kms_key.co.arn
}
