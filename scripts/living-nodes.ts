import type { CDPSession } from "playwright-core";

/** Runs in the page, on every node that a script could still reach. */
const COUNT = `function () {
  const sizeOf = (node) => {
    let size = 1;
    for (const child of node.childNodes) size += sizeOf(child);
    return node.shadowRoot ? size + sizeOf(node.shadowRoot) : size;
  };
  const roots = new Set();
  for (const node of this) {
    // The prototypes are among them, and are no nodes.
    if (Object.hasOwn(node, "constructor")) continue;
    roots.add(node.getRootNode({ composed: true }));
  }
  let count = 0;
  for (const root of roots) count += sizeOf(root);
  return count;
}`;

/**
 * How many nodes the page of `session` has: in the document, and apart from it as long as a script holds on to any of
 * their tree. Chromium's own counter has more, which come and go: pictures that are documents, and up to a thousand texts
 * that a reader could bring back into a field with "undo".
 */
export async function countNodes(session: CDPSession): Promise<number> {
  const objectGroup = "nodes";
  const { result: prototype } = await session.send("Runtime.evaluate", { expression: "Node.prototype", objectGroup });
  if (!prototype.objectId) throw new Error("the page has no nodes");
  const { objects } = await session.send("Runtime.queryObjects", {
    prototypeObjectId: prototype.objectId,
    objectGroup,
  });
  if (!objects.objectId) throw new Error("the nodes of the page cannot be listed");
  const { result } = await session.send("Runtime.callFunctionOn", {
    objectId: objects.objectId,
    functionDeclaration: COUNT,
    returnByValue: true,
  });
  await session.send("Runtime.releaseObjectGroup", { objectGroup });
  return Number(result.value);
}
