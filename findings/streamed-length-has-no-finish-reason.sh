#!/usr/bin/env bash
# What: with Microsoft.Extensions.AI.OpenAI 10.11.0 and OpenAI's responses, a reply that max_output_tokens cuts off has the finish reason "length" when it comes whole. Streamed, where
# "response.incomplete" is the last event, it has no finish reason, and no usage. A complete reply is the other way round: "stop" when streamed, none when whole.
# Why it matters: a missing finish reason means a finished reply for the one, and a reply that was cut off for the other. Code that asks only whether the reason is "length" takes half an answer for a
# whole one, and counts no tokens for it.
# Seen: "incomplete whole: length, 3 tokens", "incomplete streamed: none, no tokens", "complete whole: none, 3 tokens", "complete streamed: stop, 3 tokens".
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

cat > finding.csproj <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><NoWarn>$(NoWarn);OPENAI001</NoWarn></PropertyGroup>
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

foreach (var (status, details) in new[] { ("incomplete", """{"reason":"max_output_tokens"}"""), ("completed", "null") })
{
    const string Item = """{"id":"i","type":"message","status":"completed","role":"assistant","content":[{"type":"output_text","text":"Half a","annotations":[]}]}""";
    const string Usage = """{"input_tokens":1,"input_tokens_details":{"cached_tokens":0},"output_tokens":2,"output_tokens_details":{"reasoning_tokens":0},"total_tokens":3}""";
    var response = $$$"""{"id":"r","object":"response","created_at":1,"status":"{{{status}}}","error":null,"incomplete_details":{{{details}}},"model":"m","output":[{{{Item}}}],"usage":{{{Usage}}}}""";
    var name = status == "completed" ? "complete" : status;
    Console.WriteLine($"{name} whole: {Describe(await Client(response, "application/json").GetResponseAsync("hello"))}");

    var events = Event("response.output_item.added", $"\"output_index\":0,\"item\":{Item}")
        + Event("response.output_text.delta", "\"item_id\":\"i\",\"output_index\":0,\"content_index\":0,\"delta\":\"Half a\"") + Event($"response.{status}", $"\"response\":{response}");
    Console.WriteLine($"{name} streamed: {Describe(await Client(events, "text/event-stream").GetStreamingResponseAsync("hello").ToChatResponseAsync())}");
}

static string Describe(ChatResponse reply) => $"{reply.FinishReason?.Value ?? "none"}, {reply.Usage?.TotalTokenCount?.ToString() ?? "no"} tokens";

static string Event(string type, string members) => $$$"""
    event: {{{type}}}
    data: {"type":"{{{type}}}","sequence_number":1,{{{members}}}}


    """;

static IChatClient Client(string body, string type) => new OpenAIClient(
    new ApiKeyCredential("key"), new OpenAIClientOptions { Transport = new HttpClientPipelineTransport(new HttpClient(new Canned(body, type))) }).GetResponsesClient().AsIChatClient("m");

sealed class Canned(string body, string type) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, type) });

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) => SendAsync(request, cancellationToken).Result;
}
PROGRAM
dotnet run > seen.txt
cat seen.txt

grep -qx "incomplete whole: length, 3 tokens" seen.txt
grep -qx "incomplete streamed: none, no tokens" seen.txt
grep -qx "complete whole: none, 3 tokens" seen.txt
grep -qx "complete streamed: stop, 3 tokens" seen.txt
