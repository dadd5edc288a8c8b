#!/usr/bin/env bash
# What: with Microsoft.Extensions.AI.OpenAI 10.11.0 and OpenAI's responses, a reply that max_output_tokens cuts off has the finish reason "length" when it comes whole. Streamed, where
# "response.incomplete" is the last event, it has no finish reason, and no usage. A complete reply is the other way round: "stop" when streamed, none when whole.
# Why it matters: a missing finish reason means a finished reply for the one, and a reply that was cut off, or a broken stream, for the other. Code that runs the calls of an unfinished reply runs what is
# left of their arguments.
# Seen: "incomplete whole: length", "incomplete streamed: none", "complete whole: none", "complete streamed: stop".
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
    var response = $$$"""{"id":"r","object":"response","created_at":1,"status":"{{{status}}}","error":null,"incomplete_details":{{{details}}},"model":"m","output":[{{{Item}}}]}""";
    var name = status == "completed" ? "complete" : status;
    Console.WriteLine($"{name} whole: {(await Client(response, "application/json").GetResponseAsync("hello")).FinishReason?.Value ?? "none"}");

    var events = Event("response.output_item.added", $"\"output_index\":0,\"item\":{Item}")
        + Event("response.output_text.delta", "\"item_id\":\"i\",\"output_index\":0,\"content_index\":0,\"delta\":\"Half a\"") + Event($"response.{status}", $"\"response\":{response}");
    Console.WriteLine($"{name} streamed: {(await Client(events, "text/event-stream").GetStreamingResponseAsync("hello").ToChatResponseAsync()).FinishReason?.Value ?? "none"}");
}

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

grep -qx "incomplete whole: length" seen.txt
grep -qx "incomplete streamed: none" seen.txt
grep -qx "complete whole: none" seen.txt
grep -qx "complete streamed: stop" seen.txt
