// The official TypeScript client against a server: node client.mjs URL with|without
// The second argument says whether the server keeps sessions. It ends with 0 when all is as it should be.
import assert from "node:assert/strict";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { ElicitRequestSchema } from "@modelcontextprotocol/sdk/types.js";

const [url, sessions] = process.argv.slice(2);
const hasSessions = sessions === "with";

async function connect(answer) {
    const client = new Client({ name: "typescript", version: "1" }, { capabilities: answer ? { elicitation: {} } : {} });
    const questions = [];
    if (answer) {
        client.setRequestHandler(ElicitRequestSchema, request => {
            questions.push(request.params);
            return answer;
        });
    }

    const transport = new StreamableHTTPClientTransport(new URL(url));
    await client.connect(transport);
    return { client, transport, questions };
}

const text = result => result.content.map(block => block.text).join();

async function listsAndCalls() {
    const { client, transport } = await connect();
    assert.equal(transport.sessionId !== undefined, hasSessions);
    assert.equal(client.getServerVersion().name, "mcp-server");

    // The client keeps the output schemas, and throws away results that do not fit them.
    const { tools } = await client.listTools();
    assert.ok(tools.every(tool => tool.description && tool.inputSchema.properties));
    assert.ok(!tools.some(tool => tool.name === "delete_folder"));

    const order = await client.callTool({ name: "lookup_order", arguments: { id: "o-1", lines: 2 } });
    assert.equal(order.structuredContent.lines.length, 2);
    assert.deepEqual(JSON.parse(text(order)), order.structuredContent);
    assert.deepEqual([order.structuredContent.picked, order.structuredContent.opens, order.structuredContent.page], ["2026-01-02T03:04:05", "08:30:00", "/bücher/1"]);

    const wrong = await client.callTool({ name: "lookup_order", arguments: { lines: "two" } });
    assert.equal(wrong.isError, true);
    assert.match(text(wrong), /\$\.lines/);
    await assert.rejects(client.callTool({ name: "delete_folder", arguments: { folder: "/" } }), /-32602/);
    await transport.terminateSession();
    await client.close();
}

async function readsLargeResults() {
    const { client } = await connect();
    const { content } = await client.callTool({ name: "write_letter", arguments: { length: 100_000 } });
    const [beginning, link] = content;
    assert.match(beginning.text, /has 100000 bytes.*\n\na+$/);
    assert.deepEqual([link.type, link.name, link.mimeType, link.size], ["resource_link", "write_letter", "text/plain", 100_000]);

    const { contents } = await client.readResource({ uri: link.uri });
    assert.deepEqual(contents, [{ uri: link.uri, mimeType: "text/plain", text: "a".repeat(100_000) }]);
    const { resources } = await client.listResources();
    assert.deepEqual(resources.map(resource => resource.uri), hasSessions ? [link.uri] : []);
    await assert.rejects(client.readResource({ uri: "agnt5://results/00000000000000000000000000000000.txt" }), /-32002/);
    await client.close();
}

async function hearsProgress() {
    const { client } = await connect();
    const heard = [];
    const result = await client.callTool({ name: "test_tool_with_progress" }, undefined, { onprogress: value => heard.push(value.progress) });
    assert.equal(text(result), "done");
    assert.deepEqual(heard, [0, 50, 100]);
    await client.close();
}

async function givesUp() {
    const { client } = await connect();
    const before = Number(text(await client.callTool({ name: "count_stopped" })));
    const patience = new AbortController();
    const call = client.callTool({ name: "wait_for_ever" }, undefined, { signal: patience.signal });
    const failed = assert.rejects(call);
    // The request must be on its way before it is given up.
    setTimeout(() => patience.abort(), 500);
    await failed;
    // In a session the client takes the call back. Without one, it leaves.
    if (!hasSessions)
        await client.close();
    const other = hasSessions ? client : (await connect()).client;
    const end = Date.now() + 60_000;
    while (Number(text(await other.callTool({ name: "count_stopped" }))) <= before) {
        assert.ok(Date.now() < end, "the tool still runs");
        await new Promise(resolve => setTimeout(resolve, 50));
    }
    await other.close();
}

async function asksAPerson() {
    for (const [answer, told] of [
        [{ action: "accept", content: { decision: "approve" } }, "deleted /tmp"],
        [{ action: "accept", content: { decision: "reject" } }, "A person refused this call."],
        [{ action: "decline" }, "A person refused this call."],
    ]) {
        const { client, questions } = await connect(answer);
        const { tools } = await client.listTools();
        assert.equal(tools.some(tool => tool.name === "delete_folder"), hasSessions);
        if (hasSessions) {
            assert.equal(text(await client.callTool({ name: "delete_folder", arguments: { folder: "/tmp" } })), told);
            assert.deepEqual(questions.map(question => question.message), ['May delete_folder of mcp-server be called with {"folder":"/tmp"}?']);
        }
        await client.close();
    }
}

await listsAndCalls();
await readsLargeResults();
await hearsProgress();
await givesUp();
await asksAPerson();
console.log("all is well");
