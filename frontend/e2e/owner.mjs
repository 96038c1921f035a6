import { randomUUID } from "node:crypto";
import {
  CreateLensShareCommand,
  CreateLensVersionCommand,
  CreateProfileCommand,
  CreateProfileShareCommand,
  CreateReviewTemplateCommand,
  CreateTemplateShareCommand,
  CreateWorkloadCommand,
  CreateWorkloadShareCommand,
  DeleteWorkloadShareCommand,
  ImportLensCommand,
  ListLensSharesCommand,
  ListProfileSharesCommand,
  ListTemplateSharesCommand,
  ListWorkloadSharesCommand,
  UpdateWorkloadShareCommand,
  WellArchitectedClient,
} from "@aws-sdk/client-wellarchitected";

export const INTERNAL = "555566667777";
export const EXTERNAL = "999988887777";

const clients = new Map();

/** What an owner does for each type, and the member of UpdateShareInvitation's answer that names the resource. */
const KINDS = {
  WORKLOAD: {
    make: async (owner, name) => {
      const made = await owner.send(
        new CreateWorkloadCommand({
          WorkloadName: name,
          Description: "Made for a browser test",
          Environment: "PRODUCTION",
          AwsRegions: ["eu-west-1"],
          Lenses: ["wellarchitected"],
        }),
      );
      return made.WorkloadId;
    },
    share: (WorkloadId, SharedWith, PermissionType) =>
      new CreateWorkloadShareCommand({ WorkloadId, SharedWith, PermissionType }),
    list: (WorkloadId) => new ListWorkloadSharesCommand({ WorkloadId }),
    summaries: "WorkloadShareSummaries",
    member: "WorkloadId",
  },
  LENS: {
    make: async (owner, name) => {
      const { LensArn } = await owner.send(
        new ImportLensCommand({
          JSONString: JSON.stringify({
            schemaVersion: "2021-11-01",
            name,
            description: "Made for a browser test",
            pillars: [{ id: "custom_pillar", name: "Custom pillar", questions: [] }],
          }),
        }),
      );
      await owner.send(new CreateLensVersionCommand({ LensAlias: LensArn, LensVersion: "1.0", IsMajorVersion: true }));
      return LensArn;
    },
    share: (LensAlias, SharedWith) => new CreateLensShareCommand({ LensAlias, SharedWith }),
    list: (LensAlias) => new ListLensSharesCommand({ LensAlias }),
    summaries: "LensShareSummaries",
    member: "LensArn",
  },
  PROFILE: {
    make: async (owner, name) => {
      const made = await owner.send(
        new CreateProfileCommand({
          ProfileName: name,
          ProfileDescription: "Made for a browser test",
          ProfileQuestions: [{ QuestionId: "goal", SelectedChoiceIds: ["speed"] }],
        }),
      );
      return made.ProfileArn;
    },
    share: (ProfileArn, SharedWith) => new CreateProfileShareCommand({ ProfileArn, SharedWith }),
    list: (ProfileArn) => new ListProfileSharesCommand({ ProfileArn }),
    summaries: "ProfileShareSummaries",
    member: "ProfileArn",
  },
  TEMPLATE: {
    make: async (owner, name) => {
      const made = await owner.send(
        new CreateReviewTemplateCommand({
          TemplateName: name,
          Description: "Made for a browser test",
          Lenses: ["wellarchitected"],
        }),
      );
      return made.TemplateArn;
    },
    share: (TemplateArn, SharedWith) => new CreateTemplateShareCommand({ TemplateArn, SharedWith }),
    list: (TemplateArn) => new ListTemplateSharesCommand({ TemplateArn }),
    summaries: "TemplateShareSummaries",
    member: "TemplateArn",
  },
};

export const TYPES = Object.keys(KINDS);

/** A word that no other test's names hold. */
export function unique() {
  return `t${randomUUID().slice(0, 8)}`;
}

/** As an owner with AWS's own client: makes a resource and shares it, which invites the recipient. */
export async function share({
  type = "WORKLOAD",
  name = `Browser test ${unique()}`,
  from = INTERNAL,
  to = "111122223333",
  region = "eu-west-1",
  permission = "READONLY",
} = {}) {
  const owner = awsClient(from, region);
  const { make, share: toShare, list, summaries, member } = KINDS[type];
  const resource = await make(owner, name);
  const { ShareId: id } = await owner.send(toShare(resource, to, permission));
  return {
    id,
    type,
    name,
    resource,
    member,
    /** As the owner sees it. */
    async status() {
      const answer = await owner.send(list(resource));
      return answer[summaries].find((summary) => summary.ShareId === id).Status;
    },
    /** Only for workloads. */
    async allow(PermissionType) {
      await owner.send(new UpdateWorkloadShareCommand({ WorkloadId: resource, ShareId: id, PermissionType }));
    },
    /** Only for workloads. */
    async withdraw() {
      await owner.send(new DeleteWorkloadShareCommand({ WorkloadId: resource, ShareId: id, ClientRequestToken: unique() }));
    },
  };
}

/** Shares one workload with several accounts, which invites each of them. */
export async function shareWithAll({ name, accounts, region = "eu-west-1" }) {
  const owner = awsClient(INTERNAL, region);
  const { make, share: toShare } = KINDS.WORKLOAD;
  const resource = await make(owner, name);
  await Promise.all(accounts.map((account) => owner.send(toShare(resource, account, "READONLY"))));
}

function awsClient(account, region) {
  const key = `${account} ${region}`;
  if (!clients.has(key)) {
    clients.set(
      key,
      new WellArchitectedClient({
        region,
        endpoint: process.env.COUNTERSIGN_SIMULATOR,
        credentials: { accessKeyId: `AKIADEMO${account}`, secretAccessKey: "demo" },
      }),
    );
  }
  return clients.get(key);
}
