/** The simulator's control endpoints, see src/docs/simulator.md. */

/** How many UpdateShareInvitation calls one account has had in one Region, refused ones included. */
export async function updateCalls(account, region) {
  const calls = await control("calls");
  return calls
    .filter((call) => call.operation === "UpdateShareInvitation" && call.account === account && call.region === region)
    .reduce((sum, call) => sum + call.count, 0);
}

/** What AWS holds of a share: its status, and how many decisions took effect on it. */
export async function shareAt(id) {
  return (await control("shares")).find((share) => share.id === id);
}

/** Replaces all rules of what goes wrong; as there is one list, only one spec file may call this. */
export async function setFaults(faults) {
  await control("faults", { method: "PUT", body: JSON.stringify(faults) });
}

async function control(path, options) {
  const response = await fetch(`${process.env.COUNTERSIGN_SIMULATOR}/_simulator/${path}`, options);
  if (!response.ok) {
    throw new Error(`/_simulator/${path} answered ${response.status}: ${await response.text()}`);
  }
  return response.json();
}
