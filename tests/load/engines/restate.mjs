// The counterpart of Agnt5.LoadEndpoint's Engines.cs, as a service of Restate.
//   PORT=… node restate.mjs DIR   DIR has @restatedev/restate-sdk in its node_modules
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

// Node has it from version 22 on, and the SDK needs it.
Promise.withResolvers ??= () => {
  const made = {};
  made.promise = new Promise((yes, no) => Object.assign(made, { resolve: yes, reject: no }));
  return made;
};

const from = createRequire(pathToFileURL(resolve(process.argv[2], "package.json")));
const restate = from("@restatedev/restate-sdk");

const work = restate.service({
  name: "work",
  handlers: {
    async add_three(ctx, item) {
      const one = await ctx.run("one", () => item.number + 1);
      const two = await ctx.run("two", () => one + 1);
      return await ctx.run("three", () => two + 1);
    },

    // Prints how late it wakes, in ms. A replay computes another time to sleep, which the journal overrules.
    async nap(ctx, alarm) {
      await ctx.sleep(Math.max(0, alarm.untilMs - Date.now()));
      return await ctx.run("wake", () => {
        const late = Date.now() - alarm.untilMs;
        console.log(`late ${late}`);
        return late;
      });
    },
  },
});

restate.serve({ services: [work], port: Number(process.env.PORT) });
