import { expect, fact, names, review, test } from "./session.mjs";
import { share, unique } from "./owner.mjs";

// no other spec looks here
const HERE = { to: "222233334444", region: "ap-southeast-2" };

test("a claim is seen by the other while their pages stay open, and keeps them from deciding", async ({ open }) => {
  const [reviewer, lead] = [await open("reviewer"), await open("lead")];
  const invitation = await share(HERE);
  await review(reviewer, invitation);
  await lead.goto(`/?text=${invitation.id}`);
  const assignee = lead.locator("[data-assignee]");
  await expect(assignee).toHaveText("Unassigned");

  await reviewer.getByRole("button", { name: "Assign to me", exact: true }).click();
  await expect(reviewer.getByText("Assigned to you.")).toBeVisible();
  await expect(fact(reviewer, "Assignee")).toContainText("Assigned to you just now");
  await expect(assignee).toContainText("Assigned to reviewer until");

  await lead.goto(`/invitations/${invitation.id}`);
  await expect(lead.getByText("As a lead you can still decide.")).toBeVisible();
  await lead.getByRole("button", { name: "Take over from reviewer" }).click();
  await expect(fact(lead, "Assignee")).toContainText("Assigned to you");

  await expect(reviewer.getByText("The assignee changed.")).toBeVisible();
  await reviewer.reload();
  await expect(reviewer.locator(".assignee-notice")).toContainText("Assigned to lead until");
  await expect(reviewer.getByRole("radio", { name: "Accept" })).toHaveCount(0);
});

test("a lead assigns, the assignee finds it among their assignments and releases it", async ({ open }) => {
  const [reviewer, lead] = [await open("reviewer"), await open("lead")];
  const invitation = await share(HERE);
  await review(lead, invitation);
  await lead.getByLabel("Assign to", { exact: true }).selectOption("reviewer");
  await lead.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(lead.getByText("Assigned to reviewer.", { exact: true })).toBeVisible();

  await reviewer.goto(`/?text=${invitation.id}`);
  await reviewer.getByLabel("Assignee", { exact: true }).selectOption("Assigned to me");
  await expect(names(reviewer)).toHaveText([invitation.name]);
  await expect(reviewer.locator("[data-assignee]")).toContainText("Assigned to you by lead");
  await reviewer.getByRole("link", { name: invitation.name }).click();
  await reviewer.getByLabel("Reassign to").selectOption("lead");
  await reviewer.getByRole("button", { name: "Reassign" }).click();
  await expect(fact(reviewer, "Assignee")).toContainText("lead, assigned by reviewer");
});

test("a comment mentions a user, is shown as text, and is listed for them until they have seen it", async ({ open }) => {
  const [reviewer, lead] = [await open("reviewer"), await open("lead")];
  const invitation = await share(HERE);
  await review(reviewer, invitation);
  const words = `<img src=x onerror=alert(1)> @lead ${unique()}`;
  await reviewer.getByLabel("Comment").fill(words);
  await reviewer.getByRole("button", { name: "Add comment" }).click();
  await expect(reviewer.getByText(`“${words}”`)).toBeVisible();

  await lead.goto(`/?assignee=mentioned&text=${invitation.id}`);
  await expect(lead.locator("[data-assignee]")).toContainText("reviewer mentioned you");
  await lead.getByRole("link", { name: invitation.name }).click();
  await lead.getByRole("button", { name: "Mark as seen" }).click();
  await lead.goto(`/?assignee=mentioned&text=${invitation.id}`);
  await expect(names(lead)).toHaveCount(0);
});

test("what another team looks after is denied and named, not missing", async ({ open }) => {
  const [ben, auditor] = [await open("ben"), await open("auditor")];
  const [foreign, own] = [await share(HERE), await share({ to: "111122223333", region: "eu-west-1" })];
  await review(auditor, foreign);
  const answer = await ben.goto(`/invitations/${foreign.id}`);
  expect(answer.status()).toBe(403);
  await expect(ben.getByRole("heading", { level: 1 })).toHaveText("You don’t have access");
  await expect(ben.getByText("belongs to another team: Platform.")).toBeVisible();
  await expect(ben.getByText(foreign.name)).toHaveCount(0);
  await ben.goto(`/?text=${foreign.id}`);
  await expect(names(ben)).toHaveCount(0);
  await ben.goto(`/?text=${own.id}`);
  await expect(names(ben)).toHaveText([own.name]);
  await ben.goto(`/invitations/${own.id}`);
  await expect(fact(ben, "Team")).toHaveText("Platform, Retail Europe");
});

test("a change of a team holds at once for people who are signed in", async ({ open }) => {
  const [ben, admin, auditor] = [await open("ben"), await open("admin"), await open("auditor")];
  const invitation = await share({ to: "333344445555", region: "eu-west-1" });
  await review(auditor, invitation);
  await ben.goto(`/invitations/${invitation.id}`);
  await expect(ben.getByRole("heading", { level: 1 })).toHaveText("You don’t have access");

  const name = `Analysts ${unique()}`;
  await admin.goto("/teams/new");
  await admin.getByRole("button", { name: "Add", exact: true }).click();
  await expect(admin).toHaveTitle(/^Error: /);
  await admin.getByLabel("Name", { exact: true }).fill(name);
  await admin.getByLabel("ben").selectOption("Lead");
  await admin.getByLabel("Other accounts, or only some Regions (one per line)").fill("3333 4444 5555 eu-west-1");
  await admin.getByRole("button", { name: "Add", exact: true }).click();
  await expect(admin.getByText("The team was added.")).toBeVisible();

  await ben.reload();
  await expect(ben.getByRole("heading", { level: 1 })).toHaveText(invitation.name);
  await admin.getByRole("link", { name: "Remove…" }).click();
  await admin.getByRole("button", { name: "Remove team" }).click();
  await expect(admin.getByText(`The team ${name} was removed.`)).toBeVisible();
  await ben.goto(`/invitations/${invitation.id}`);
  await expect(ben.getByRole("heading", { level: 1 })).toHaveText("You don’t have access");
});

test("without script all of it works", async ({ open }) => {
  const page = await open("reviewer", { javaScriptEnabled: false });
  const invitation = await share(HERE);
  await review(page, invitation);
  await page.getByRole("button", { name: "Assign to me", exact: true }).click();
  await expect(fact(page, "Assignee")).toContainText("Assigned to you just now");
  await page.getByRole("button", { name: "Unassign me", exact: true }).click();
  await expect(fact(page, "Assignee")).toContainText("Unassigned");
  await page.getByLabel("Comment").fill("Fine for me.");
  await page.getByRole("button", { name: "Add comment" }).click();
  await expect(page.getByText("“Fine for me.”")).toBeVisible();
});

test("a click in a row of teams or connections opens its page", async ({ open }) => {
  const page = await open("admin");
  for (const list of ["/teams", "/connections"]) {
    await page.goto(list);
    const row = page.locator(".list tbody tr").first();
    const name = await row.locator("a.resource-name").textContent();
    await row.locator("td").nth(1).click({ position: { x: 2, y: 2 } });
    await expect(page).toHaveURL(new RegExp(`${list}/\\w`));
    await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  }
});
