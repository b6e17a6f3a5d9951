terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

variable "partner" {
  type      = string
  sensitive = true
  default   = "444455556666"
}

variable "short" {
  type      = string
  sensitive = true
  default   = "xy"
}

variable "open" {
  type    = object({ name = string, context = string })
  default = { name = "ledger", context = "hush-hush-context" }
}

provider "aws" {
  region = "eu-west-1"
  assume_role {
    role_arn = "arn:aws:iam::111122223333:role/deploy"
  }
}

resource "aws_s3_bucket" "logs" {
  bucket_prefix = "logs-"
}

data "aws_iam_policy_document" "deferred" {
  statement {
    sid       = "Partner"
    actions   = ["kms:Decrypt"]
    resources = ["*"]
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${var.partner}:root"]
    }
    condition {
      test     = "StringEquals"
      variable = "kms:EncryptionContext:code"
      values   = [var.short, "axyb", aws_s3_bucket.logs.arn]
    }
  }
}

resource "aws_kms_key" "deferred" {
  policy = data.aws_iam_policy_document.deferred.json
}

resource "aws_kms_key" "marked" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Partner"
      Effect    = "Allow"
      Principal = { AWS = var.partner }
      Action    = ["kms:Decrypt", "kms:DescribeKey"]
      Resource  = "*"
      Condition = {
        StringEquals = {
          "kms:EncryptionContext:secret-name" = "classified"
          "aws:SourceOrgID"                   = "o-a1b2c3d4e5"
        }
        Bool = { "kms:GrantIsForAWSResource" = true }
      }
    }]
  })
}

module "inner" {
  source  = "./inner"
  context = var.open.context
  literal = "classified-literal"
}

resource "aws_kms_grant" "partner" {
  key_id            = aws_kms_key.deferred.key_id
  grantee_principal = "arn:aws:iam::${var.partner}:role/reader"
  operations        = ["Decrypt"]
  constraints {
    encryption_context_subset = { code = var.partner }
  }
}
