// The kill switch: put in the place of sw.js, this takes the atlas off every device that kept it (docs/offline.md).
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => {
  const leave = async () => {
    const { scope } = self.registration;
    for (const name of await caches.keys()) {
      if (name.startsWith("sarhad-") && name.endsWith(` ${scope}`)) await caches.delete(name);
    }
    await self.registration.unregister();
  };
  event.waitUntil(leave());
});
