terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

variable "context" {
  type      = string
  sensitive = true
}

variable "literal" {
  type      = string
  sensitive = true
}

data "aws_iam_policy_document" "this" {
  statement {
    actions   = ["kms:Decrypt"]
    resources = ["*"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
    condition {
      test     = "StringEquals"
      variable = "kms:EncryptionContext:name"
      values   = [var.context, "ledger", "prefix-${var.literal}-suffix"]
    }
  }
}

resource "aws_kms_key" "this" {
  policy = data.aws_iam_policy_document.this.json
}
