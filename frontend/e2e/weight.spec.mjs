import { expect, test } from "./session.mjs";

// A new window has no cache.
for (const path of ["/?view=all", "/history", "/lead", "/history/verification"]) {
  test(`a first visit of ${path} takes at most 12 requests and 180 kB`, async ({ lead: page }) => {
    const finished = [];
    page.on("requestfinished", (request) => finished.push(request.sizes()));
    await page.goto(path, { waitUntil: "networkidle" });
    const sizes = await Promise.all(finished);
    const bytes = sizes.reduce((sum, size) => sum + size.responseBodySize + size.responseHeadersSize, 0);
    console.log(`${path}: ${sizes.length} requests, ${bytes} bytes`);
    expect(sizes.length).toBeLessThanOrEqual(12);
    expect(bytes).toBeLessThanOrEqual(180_000);
  });
}
