#!/usr/bin/env bash
# What: Microsoft.Extensions.AI.OpenAI 10.11.0 indents the schemas of tools and the arguments of earlier calls, although both were given without white space.
# Why it matters: each request carries them, so a conversation with many tools and calls sends the white space again and again.
# Seen: "schema: 101 bytes given, 148 bytes sent", "arguments: 21 bytes given, 39 bytes sent".
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

cat > finding.csproj <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable></PropertyGroup>
  <ItemGroup><PackageReference Include="Microsoft.Extensions.AI.OpenAI" Version="[10.11.0]" /></ItemGroup>
</Project>
PROJECT
cat > Program.cs <<'PROGRAM'
using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI;

const string Schema = """{"type":"object","required":["n"],"properties":{"n":{"type":"integer"}},"additionalProperties":false}""";
const string Arguments = """{"n":1,"m":{"a":"b"}}""";
var canned = new Canned();
var options = new OpenAIClientOptions { Transport = new HttpClientPipelineTransport(new HttpClient(canned)), RetryPolicy = new ClientRetryPolicy(0) };
var client = new OpenAIClient(new ApiKeyCredential("key"), options).GetChatClient("model").AsIChatClient();
var arguments = JsonSerializer.Deserialize<Dictionary<string, object?>>(Arguments);
await client.GetResponseAsync(
    [
        new(ChatRole.User, "?"),
        new(ChatRole.Assistant, [new FunctionCallContent("call_1", "count", arguments)]),
        new(ChatRole.Tool, [new FunctionResultContent("call_1", "done")]),
    ],
    new ChatOptions { Tools = [AIFunctionFactory.CreateDeclaration("count", "Counts.", JsonDocument.Parse(Schema).RootElement)] });

var sent = JsonDocument.Parse(canned.Body!).RootElement;
var parameters = sent.GetProperty("tools")[0].GetProperty("function").GetProperty("parameters").GetRawText();
var called = sent.GetProperty("messages")[1].GetProperty("tool_calls")[0].GetProperty("function").GetProperty("arguments").GetString()!;
if (!parameters.Contains("\n  \"type\"") || !called.Contains("\n  \"n\""))
    throw new InvalidOperationException("The bytes are no indentation.");
Console.WriteLine($"schema: {Schema.Length} bytes given, {parameters.Length} bytes sent");
Console.WriteLine($"arguments: {Arguments.Length} bytes given, {called.Length} bytes sent");

internal sealed class Canned : HttpMessageHandler
{
    public string? Body { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Body = await request.Content!.ReadAsStringAsync(cancellationToken);
        const string Reply = """
            {"id":"c","object":"chat.completion","created":1,"model":"model","choices":[{"index":0,"message":{"role":"assistant","content":"Hi."},"finish_reason":"stop"}]}
            """;
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Reply, Encoding.UTF8, "application/json") };
    }
}
PROGRAM
dotnet run > seen.txt
cat seen.txt

grep -qx 'schema: 101 bytes given, 148 bytes sent' seen.txt
grep -qx 'arguments: 21 bytes given, 39 bytes sent' seen.txt
