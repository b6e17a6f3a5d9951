terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

provider "aws" {
  region = "eu-west-1"
}

variable "extra" {
  type    = string
  default = null
}

variable "custom" {
  type    = bool
  default = true
}

resource "aws_iam_role" "task" {
  name_prefix        = "task-"
  assume_role_policy = "{}"
}

resource "aws_cloudwatch_log_group" "many" {
  name_prefix = "many-"
}

# not known until apply, neither how many nor which
data "aws_iam_policy_document" "unknown_count" {
  source_policy_documents = [jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Sid = "Named", Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:root" }, Action = "kms:*", Resource = "*" }, { Effect = "Allow", Principal = "*", Action = "kms:Decrypt", Resource = "*" }]
  })]
  dynamic "statement" {
    for_each = toset(split(",", aws_iam_role.task.arn))
    content {
      actions   = ["kms:Decrypt"]
      resources = ["*"]
      principals {
        type        = "AWS"
        identifiers = [statement.value]
      }
    }
  }
}

data "aws_iam_policy_document" "overridden" {
  source_policy_documents   = [data.aws_iam_policy_document.plain.json]
  override_policy_documents = [aws_iam_role.task.inline_policy == null ? "" : data.aws_iam_policy_document.plain.json, "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"${aws_iam_role.task.unique_id}\"}]}"]
  statement {
    sid       = "Own"
    effect    = "Deny"
    actions   = ["kms:PutKeyPolicy"]
    resources = ["*"]
    not_principals {
      type        = "AWS"
      identifiers = [aws_iam_role.task.arn]
    }
  }
}

data "aws_iam_policy_document" "plain" {
  policy_id = "plain"
  statement {
    sid       = "Logs"
    actions   = ["kms:Decrypt"]
    resources = [aws_kms_key.own.arn]
    principals {
      type        = "Service"
      identifiers = ["logs.amazonaws.com"]
    }
    principals {
      type        = "AWS"
      identifiers = [aws_iam_role.task.arn, "arn:aws:iam::111122223333:role/known"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.later.account_id]
    }
    condition {
      test     = "ArnLike"
      variable = "kms:EncryptionContext:aws:logs:arn"
      values   = [aws_cloudwatch_log_group.many.arn]
    }
    condition {
      test     = "StringEquals"
      variable = "kms:EncryptionContext:${aws_iam_role.task.unique_id}"
      values   = ["a", "b"]
    }
  }
}

data "aws_caller_identity" "later" {
  depends_on = [aws_iam_role.task]
}

resource "aws_kms_key" "own" {}

resource "aws_kms_key_policy" "own" {
  key_id = aws_kms_key.own.key_id
  policy = data.aws_iam_policy_document.plain.json
}

resource "aws_kms_key" "unknown_count" {
  policy = data.aws_iam_policy_document.unknown_count.json
}

resource "aws_kms_key" "overridden" {
  policy = data.aws_iam_policy_document.overridden.json
}

resource "aws_kms_key" "chosen" {
  policy = var.custom ? data.aws_iam_policy_document.overridden.json : null
}

resource "aws_kms_key" "coalesced" {
  policy = coalesce(var.extra, data.aws_iam_policy_document.overridden.json)
}

resource "aws_kms_key" "not_given" {
  policy = var.extra
}

resource "aws_kms_key" "two" {
  policy = var.custom ? data.aws_iam_policy_document.plain.json : data.aws_iam_policy_document.overridden.json
}

# which key it is depends on a choice
resource "aws_kms_key_policy" "either" {
  key_id = var.custom ? aws_kms_key.chosen.id : aws_kms_key.two.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = aws_iam_role.task.arn }, Action = "kms:*", Resource = "*" }] })
}

resource "aws_kms_grant" "unknown" {
  key_id            = aws_kms_key.own.key_id
  grantee_principal = aws_iam_role.task.arn
  operations        = [aws_iam_role.task.name == "" ? "Encrypt" : "Decrypt"]
  dynamic "constraints" {
    for_each = toset(split(",", aws_iam_role.task.unique_id))
    content {
      encryption_context_equals = { id = constraints.value }
    }
  }
}

resource "aws_kms_grant" "stray" {
  key_id            = "arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555"
  grantee_principal = "arn:aws:iam::111122223333:role/a"
  operations        = ["Decrypt"]
  constraints {
    encryption_context_equals = { id = aws_iam_role.task.unique_id, known = "yes" }
  }
}
