/** Gives the browser of a page a device with passkeys, whose user always agrees. */
export async function addAuthenticator(page) {
  const client = await page.context().newCDPSession(page);
  await client.send("WebAuthn.enable");
  const { authenticatorId } = await client.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    /** Whether the user agrees from now on; otherwise each request is canceled. */
    agrees: (isUserVerified) => client.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
  };
}

/** The same application under a host name: browsers offer no passkeys on IP addresses. */
export function named(url) {
  return url.replace("127.0.0.1", "localhost");
}
