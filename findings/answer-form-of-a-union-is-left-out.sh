#!/usr/bin/env bash
# What: the chat client of Anthropic 13.14.0 sends no output form where the root of the schema has no "properties": a union (anyOf), a map, an array. It throws nothing, and the reply has its text
# alone.
# Why it matters: the model never learns of the form. Whoever asks for a polymorphic type or a dictionary has to count on text that does not parse. Wrap the schema in an object.
# Seen: "object: True", "union: False", "map: False", "array: False", "wrapped union: True".
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

cat > finding.csproj <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable></PropertyGroup>
  <ItemGroup><PackageReference Include="Anthropic" Version="[13.14.0]" /></ItemGroup>
</Project>
PROJECT
cat > Program.cs <<'PROGRAM'
using System.Net;
using System.Text;
using System.Text.Json;
using Anthropic;
using Microsoft.Extensions.AI;

const string Union = """{"type":"object","anyOf":[{"type":"object","properties":{"card":{"type":"string"}}},{"type":"object","properties":{"iban":{"type":"string"}}}]}""";
foreach (var (name, schema) in new[]
{
    ("object", """{"type":"object","properties":{"a":{"type":"string"}}}"""),
    ("union", Union),
    ("map", """{"type":"object","additionalProperties":{"type":"integer"}}"""),
    ("array", """{"type":"array","items":{"type":"string"}}"""),
    ("wrapped union", $$$"""{"type":"object","properties":{"result":{{{Union}}}}}"""),
})
{
    var canned = new Canned();
    var client = new AnthropicClient { ApiKey = "key", MaxRetries = 0, HttpClient = new HttpClient(canned) }.AsIChatClient("model");
    var reply = await client.GetResponseAsync("?", new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema(JsonDocument.Parse(schema).RootElement) });
    if (reply.Messages is not [{ Contents: [TextContent { Text: "Hi." }] }] || reply.AdditionalProperties is { Count: > 0 })
        throw new InvalidOperationException("The reply says more than its text.");
    Console.WriteLine($"{name}: {JsonDocument.Parse(canned.Body!).RootElement.TryGetProperty("output_config", out _)}");
}

internal sealed class Canned : HttpMessageHandler
{
    public string? Body { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Body = await request.Content!.ReadAsStringAsync(cancellationToken);
        const string Reply = """
            {"id":"m","type":"message","role":"assistant","model":"model","content":[{"type":"text","text":"Hi."}],"stop_reason":"end_turn","stop_sequence":null,"usage":{"input_tokens":1,"output_tokens":1}}
            """;
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Reply, Encoding.UTF8, "application/json") };
    }
}
PROGRAM
dotnet run > seen.txt
cat seen.txt

grep -qx 'object: True' seen.txt
grep -qx 'union: False' seen.txt
grep -qx 'map: False' seen.txt
grep -qx 'array: False' seen.txt
grep -qx 'wrapped union: True' seen.txt
