# Roles that let Countersign read and decide Well-Architected share invitations.
# The defaults of the variables are the values that Countersign shows. The policies are JSON, which is valid inside jsonencode.

variable "external_id" {
  description = "The external ID that Countersign sends"
  type        = string
  sensitive   = true
  default     = "<externalId>"
}

variable "trusted_principal" {
  description = "ARN of the role with which Countersign runs, or of its account"
  type        = string
  default     = "<trustedPrincipal>"
}

variable "reader_role_name" {
  type    = string
  default = "<readerName>"
}

variable "reader_role_path" {
  type    = string
  default = "<readerPath>"
}

variable "decider_role_name" {
  type    = string
  default = "<deciderName>"
}

variable "decider_role_path" {
  type    = string
  default = "<deciderPath>"
}

resource "aws_iam_role" "reader" {
  name                 = var.reader_role_name
  path                 = var.reader_role_path
  max_session_duration = 3600
  assume_role_policy = jsonencode({
    "Version": "2012-10-17",
    "Statement": [
      {
        "Effect": "Allow",
        "Principal": { "AWS": "${var.trusted_principal}" },
        "Action": "sts:AssumeRole",
        "Condition": { "StringEquals": { "sts:ExternalId": "${var.external_id}" } }
      }
    ]
  })
}

resource "aws_iam_role_policy" "reader" {
  name = "countersign"
  role = aws_iam_role.reader.id
  policy = jsonencode({
    "Version": "2012-10-17",
    "Statement": [
      {
        "Effect": "Allow",
        "Action": [
          "wellarchitected:ListShareInvitations",
          "wellarchitected:GetWorkload",
          "wellarchitected:GetLens",
          "wellarchitected:GetProfile",
          "wellarchitected:GetReviewTemplate",
          "wellarchitected:ListWorkloads",
          "wellarchitected:ListLenses",
          "wellarchitected:ListProfiles",
          "wellarchitected:ListReviewTemplates"
        ],
        "Resource": "*"
      }
    ]
  })
}

output "reader_role_arn" {
  value = aws_iam_role.reader.arn
}

# two statements: AWS does not document whether the external ID is known where the source identity is checked
resource "aws_iam_role" "decider" {
  name                 = var.decider_role_name
  path                 = var.decider_role_path
  max_session_duration = 3600
  assume_role_policy = jsonencode({
    "Version": "2012-10-17",
    "Statement": [
      {
        "Effect": "Allow",
        "Principal": { "AWS": "${var.trusted_principal}" },
        "Action": "sts:AssumeRole",
        "Condition": {
          "StringEquals": { "sts:ExternalId": "${var.external_id}" },
          "StringLike": { "sts:SourceIdentity": "*@decision-*" }
        }
      },
      {
        "Effect": "Allow",
        "Principal": { "AWS": "${var.trusted_principal}" },
        "Action": "sts:SetSourceIdentity",
        "Condition": { "StringLike": { "sts:SourceIdentity": "*@decision-*" } }
      }
    ]
  })
}

resource "aws_iam_role_policy" "decider" {
  name = "countersign"
  role = aws_iam_role.decider.id
  policy = jsonencode({
    "Version": "2012-10-17",
    "Statement": [
      {
        "Effect": "Allow",
        "Action": [
          "wellarchitected:ListShareInvitations",
          "wellarchitected:UpdateShareInvitation"
        ],
        "Resource": "*"
      }
    ]
  })
}

output "decider_role_arn" {
  value = aws_iam_role.decider.arn
}
