import { expectAccessible } from "./checks.mjs";
import { decide, expect, postDecision, review, signIn, test } from "./session.mjs";
import { EXTERNAL, share, unique } from "./owner.mjs";

/** Each leaves a page open and names the heading that it must have. */
const PAGES = {
  "sign-in": async ({ open }) => [await opened(open, null, "/login"), "Sign in"],
  "sign-in, refused": async ({ open }) => {
    const page = await opened(open, null, "/login");
    await signIn(page, unique(), "wrong");
    return [page, "Sign in"];
  },
  queue: async ({ open }) => [await opened(open, "reviewer", "/"), "Queue"],
  "queue, decided": async ({ open }) => [await opened(open, "reviewer", "/?state=decided"), "Queue"],
  "queue, expired or gone": async ({ open }) => [await opened(open, "reviewer", "/?state=gone"), "Queue"],
  "queue, nothing matches": async ({ open }) => [await opened(open, "lead", `/?text=${unique()}`), "Queue"],
  invitation: async ({ open }) => {
    const page = await open("reviewer");
    const invitation = await share({ permission: "CONTRIBUTOR", from: EXTERNAL, name: `${"w".repeat(90)} ${unique()}` });
    await review(page, invitation);
    return [page, invitation.name];
  },
  "invitation, for an auditor": async ({ open }) => {
    const page = await open("auditor");
    const invitation = await share({ type: "LENS" });
    await review(page, invitation);
    return [page, invitation.name];
  },
  "invitation, with errors": async ({ open }) => {
    const page = await open("reviewer");
    const invitation = await share();
    await review(page, invitation);
    await page.getByRole("button", { name: "Submit decision" }).click();
    await expect(page).toHaveTitle(/^Error: /);
    return [page, invitation.name];
  },
  "invitation, decided by another user": async ({ open }) => {
    const [page, other] = [await open("reviewer"), await open("lead")];
    const invitation = await share({ type: "TEMPLATE" });
    await review(page, invitation);
    await review(other, invitation);
    await decide(other, "Reject");
    await decide(page, "Accept");
    await expect(page.getByRole("alert")).toContainText("View the decision of lead");
    return [page, invitation.name];
  },
  "decision, confirmed": async ({ open }) => {
    const page = await open("reviewer");
    await review(page, await share({ type: "PROFILE", name: `${"p".repeat(90)} ${unique()}` }));
    await decide(page, "Accept", `Because ${"of ".repeat(300)} it.`);
    return [page, /^Accepted/];
  },
  history: async ({ open }) => [await opened(open, "auditor", "/history"), "Audit log"],
  verification: async ({ open }) => [await opened(open, "auditor", "/history/verification"), "Integrity"],
  "timeline of a decision": async ({ open }) => {
    const page = await open("reviewer");
    await review(page, await share({ type: "PROFILE", permission: "CONTRIBUTOR" }));
    await decide(page, "Reject");
    await page.getByRole("link", { name: "Timeline" }).click();
    return [page, /^Timeline of decision/];
  },
  coverage: async ({ open }) => [await opened(open, "auditor", "/coverage"), "Coverage"],
  connections: async ({ open }) => [await opened(open, "admin", "/connections"), "Connections"],
  overview: async ({ open }) => [await opened(open, "lead", "/lead?days=90"), "Overview"],
  owners: async ({ open }) => [await opened(open, "lead", "/owners"), "Owners"],
  "owner, with errors": async ({ open }) => {
    const page = await opened(open, "lead", "/owners/new");
    await page.getByRole("button", { name: "Add an owner" }).click();
    await expect(page).toHaveTitle(/^Error: /);
    return [page, "Add an owner"];
  },
  "offered reasons": async ({ open }) => [await opened(open, "lead", "/reasons"), "Reason templates"],
  views: async ({ open }) => [await opened(open, "lead", "/views"), "Saved views"],
  glossary: async ({ open }) => [await opened(open, "auditor", "/help"), "Glossary"],
  keys: async ({ open }) => [await opened(open, "auditor", "/keys"), "Keyboard shortcuts"],
  "invitation, assigned to another user, with comments": async ({ open }) => {
    const [page, other] = [await open("lead"), await open("reviewer")];
    const invitation = await share();
    await review(other, invitation);
    await other.getByRole("button", { name: "Assign to me", exact: true }).click();
    await other.getByLabel("Comment").fill(`${"w".repeat(200)} @lead`);
    await other.getByRole("button", { name: "Add comment" }).click();
    await page.goto(`/invitations/${invitation.id}`);
    return [page, invitation.name];
  },
  "invitation of another team": async ({ open }) => {
    const [page, auditor] = [await open("ben"), await open("auditor")];
    const invitation = await share({ to: "444455556666" });
    await review(auditor, invitation);
    await page.goto(`/invitations/${invitation.id}`);
    return [page, "You don’t have access"];
  },
  teams: async ({ open }) => [await opened(open, "admin", "/teams"), "Teams"],
  unassigned: async ({ open }) => [await opened(open, "admin", "/teams/unassigned"), "Accounts without a team"],
  "team, for its lead": async ({ open }) => {
    const page = await opened(open, "mia", "/teams");
    await page.getByRole("link", { name: "Retail Europe" }).click();
    return [page, "Retail Europe"];
  },
  "team, its members": async ({ open }) => {
    const page = await opened(open, "mia", "/teams");
    await page.getByRole("link", { name: "Retail Europe" }).click();
    await page.getByRole("link", { name: "Edit members" }).click();
    return [page, "Retail Europe"];
  },
  "new team, with errors": async ({ open }) => {
    const page = await opened(open, "admin", "/teams/new");
    await page.getByLabel("Other accounts, or only some Regions (one per line)").fill("nonsense");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    return [page, "Add a team"];
  },
  "team, to be removed": async ({ open }) => {
    const page = await opened(open, "admin", "/teams");
    await page.getByRole("link", { name: "Platform" }).click();
    await page.getByRole("link", { name: "Remove…" }).click();
    return [page, "Remove Platform?"];
  },
  "history, nothing matches": async ({ open }) => [await opened(open, "admin", `/history?text=${unique()}`), "Audit log"],
  "history, with errors": async ({ open }) => [
    await opened(open, "auditor", "/history?account=12&from=never&action=TELEPORT"),
    "Audit log",
  ],
  "not found": async ({ open }) => [await opened(open, "reviewer", "/nowhere"), "Page not found"],
  "bad request": async ({ open }) => [
    await opened(open, "reviewer", "/?type=not%20a%20word"),
    "Invalid request",
  ],
  refused: async ({ open }) => {
    const page = await opened(open, "auditor", "/");
    await postDecision(page, await share());
    return [page, "You don’t have access"];
  },
  expired: async ({ open }) => {
    const page = await open("reviewer");
    await review(page, await share());
    await page.context().clearCookies({ name: "COUNTERSIGN" });
    await decide(page, "Accept");
    return [page, "You are signed out"];
  },
};

for (const [name, opening] of Object.entries(PAGES)) {
  test(`accessible in light and dark, wide and at 320 px: ${name}`, async ({ open }) => {
    const [page, heading] = await opening({ open });
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    await expectAccessible(page);
  });
}

async function opened(open, person, path) {
  const page = await open(person);
  await page.goto(path);
  return page;
}

test("the columns of the coverage table keep their widths when a row opens", async ({ open }) => {
  const page = await open("auditor");
  await page.goto("/coverage");
  const widths = () =>
    page.locator(".matrix thead th").evaluateAll((columns) => columns.map((column) => column.getBoundingClientRect().width));
  const before = await widths();
  await page
    .locator(".matrix tbody td")
    .first()
    .evaluate((cell) => {
      const text = document.createElement("p");
      text.textContent = "User is not authorized to perform wellarchitected:ListShareInvitations ".repeat(5);
      cell.append(text);
    });
  expect(await widths()).toEqual(before);
});
