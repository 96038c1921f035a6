import { decide, expect, fact, names, refresh, REASON, test } from "./session.mjs";
import { share, TYPES } from "./owner.mjs";

const OUTCOMES = [
  { action: "Accept", title: /^Accepted/, status: "ACCEPTED" },
  { action: "Reject", title: /^Rejected/, status: "REJECTED" },
];

/** How the page names the members of AWS's answer and their values. */
const LABELS = { WORKLOAD: "Workload", LENS: "Custom lens", PROFILE: "Profile", TEMPLATE: "Review template" };
const MEMBERS = {
  WorkloadId: "Workload ID",
  LensArn: "Custom lens ARN",
  ProfileArn: "Profile ARN",
  TemplateArn: "Review template ARN",
};

for (const type of TYPES) {
  for (const { action, title, status } of OUTCOMES) {
    test(`${type}: a share of AWS's client is found by Refresh, and after ${action} its owner sees ${status}`, async ({
      reviewer: page,
    }) => {
      const invitation = await share({ type });
      expect(await invitation.status()).toBe("PENDING");
      await refresh(page);
      await page.getByLabel("Name, ID or ARN").fill(invitation.name);
      await page.getByLabel("Name, ID or ARN").press("Enter");
      await page.getByRole("link", { name: invitation.name }).click();
      await expect(fact(page, "Resource ID")).toContainText(invitation.resource);

      await decide(page, action);
      await expect(page).toHaveURL(/\/decisions\/\d+/);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
      await expect(page.locator(".banner-ok")).toBeFocused();
      const returned = page.getByRole("region", { name: "Updated invitation returned by AWS" });
      await expect(fact(page, "Invitation ID", returned)).toContainText(invitation.id);
      await expect(fact(page, "Resource type", returned)).toContainText(LABELS[type]);
      await expect(fact(page, MEMBERS[invitation.member], returned)).toContainText(invitation.resource);
      await expect(fact(page, "Request ID")).toContainText(/[0-9a-f-]{36}/);
      await expect(page.locator(".timeline")).toContainText(REASON);
      await expect(page.locator(".timeline")).toContainText("reviewer");

      expect(await invitation.status()).toBe(status);
      await page.goto(`/?text=${invitation.id}`);
      await expect(names(page)).toHaveCount(0);
    });
  }
}
