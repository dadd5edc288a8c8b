#!/usr/bin/env bash
# What: Microsoft.Extensions.AI.OpenAI 10.11.0 gives the refusal of a chat completion as an ErrorContent when the reply comes whole. When the same refusal is streamed (delta.refusal), the reply has no
# content at all, and the finish reason "stop". Only where a call of a tool is streamed beside it do the words come out, as an ErrorContent.
# Why it matters: an agent that asks again after an empty reply does so after the refusal, and pays again. The words are in RefusalUpdate of the RawRepresentation of each update.
# Seen: "whole: stop, ErrorContent I can't do that.", "streamed: stop, nothing", "streamed with a call: stop, ErrorContent I can't do that.", "raw: I can't do that.".
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

cat > finding.csproj <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup><PackageReference Include="Microsoft.Extensions.AI.OpenAI" Version="[10.11.0]" /></ItemGroup>
</Project>
PROJECT
cat > Program.cs <<'PROGRAM'
using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net;
using System.Text;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;

const string Whole = """{"id":"c","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":null,"refusal":"I can't do that."},"finish_reason":"stop"}]}""";
string[] pieces = ["""{"role":"assistant","refusal":"I can't"}""", """{"refusal":" do that."}"""];
const string Call = """{"tool_calls":[{"index":0,"id":"call_1","type":"function","function":{"name":"count","arguments":"{}"}}]}""";

var whole = await Client(Whole, "application/json").GetResponseAsync("evil");
Console.WriteLine($"whole: {Describe(whole)}");
var updates = await Stream(pieces);
Console.WriteLine($"streamed: {Describe(updates.ToChatResponse())}");
Console.WriteLine($"streamed with a call: {Describe((await Stream([.. pieces, Call])).ToChatResponse())}");
Console.WriteLine($"raw: {string.Concat(updates.Select(static update => (update.RawRepresentation as StreamingChatCompletionUpdate)?.RefusalUpdate))}");

static async Task<List<ChatResponseUpdate>> Stream(string[] deltas)
{
    var streamed = string.Concat(deltas.Select(static delta => Event(delta, "null"))) + Event("{}", "\"stop\"") + "data: [DONE]\n\n";
    var updates = new List<ChatResponseUpdate>();
    await foreach (var update in Client(streamed, "text/event-stream").GetStreamingResponseAsync("evil"))
        updates.Add(update);
    return updates;
}

static string Event(string delta, string reason) =>
    $$$"""data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{{{delta}}},"finish_reason":{{{reason}}}}]}""" + "\n\n";

static string Describe(ChatResponse reply)
{
    var contents = reply.Messages.SelectMany(static said => said.Contents).Where(static content => content is not FunctionCallContent);
    return $"{reply.FinishReason}, {(contents.FirstOrDefault() is { } first ? $"{first.GetType().Name} {(first as ErrorContent)?.Message}" : "nothing")}";
}

static IChatClient Client(string body, string type) => new OpenAIClient(
    new ApiKeyCredential("key"), new OpenAIClientOptions { Transport = new HttpClientPipelineTransport(new HttpClient(new Canned(body, type))) }).GetChatClient("m").AsIChatClient();

sealed class Canned(string body, string type) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, type) });

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) => SendAsync(request, cancellationToken).Result;
}
PROGRAM
dotnet run > seen.txt
cat seen.txt

grep -qx "whole: stop, ErrorContent I can't do that." seen.txt
grep -qx "streamed: stop, nothing" seen.txt
grep -qx "streamed with a call: stop, ErrorContent I can't do that." seen.txt
grep -qx "raw: I can't do that." seen.txt
