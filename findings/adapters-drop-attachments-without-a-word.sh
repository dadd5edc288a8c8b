#!/usr/bin/env bash
# What: an IChatClient gets one user message with four parts: a text, an image by its address, a PDF by its address, and a WAV as bytes. OllamaSharp 5.5.2 sends the text alone, the adapter of
# OpenAI's chat API (Microsoft.Extensions.AI.OpenAI 10.11.0) drops the PDF, and that of Anthropic 13.14.0 drops the WAV. None of them throws, and no property of the reply tells of it.
# Why it matters: the model answers "What do you see?" about a file that it never got, and invents. Code that attaches files has to know the adapter behind the interface.
# Seen: "OllamaSharp: text", "OpenAI chat: text image wav", "Anthropic: text image pdf".
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

cat > finding.csproj <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Anthropic" Version="[13.14.0]" />
    <PackageReference Include="Microsoft.Extensions.AI.OpenAI" Version="[10.11.0]" />
    <PackageReference Include="OllamaSharp" Version="[5.5.2]" />
  </ItemGroup>
</Project>
PROJECT
cat > Program.cs <<'PROGRAM'
using System.ClientModel;
using System.ClientModel.Primitives;
using Anthropic;
using Microsoft.Extensions.AI;
using OllamaSharp;
using OpenAI;

var message = new ChatMessage(ChatRole.User,
[
    new TextContent("What do you see?"),
    new UriContent("https://example.com/image.png", "image/png"),
    new UriContent("https://example.com/file.pdf", "application/pdf"),
    new DataContent("RIFFdata"u8.ToArray(), "audio/wav"),
]);
var address = new Uri("http://localhost");

await Send("OllamaSharp", http => new OllamaApiClient(http, "model"));
await Send("OpenAI chat", http => new OpenAIClient(new ApiKeyCredential("key"), new OpenAIClientOptions { Endpoint = address, Transport = new HttpClientPipelineTransport(http), RetryPolicy = new ClientRetryPolicy(0) })
    .GetChatClient("model").AsIChatClient());
await Send("Anthropic", http => new AnthropicClient { ApiKey = "key", HttpClient = http, MaxRetries = 0 }.AsIChatClient("model"));

async Task Send(string name, Func<HttpClient, IChatClient> connect)
{
    var wire = new Wire();
    try
    {
        await connect(new HttpClient(wire) { BaseAddress = address }).GetResponseAsync([message]);
    }
    catch (Exception) when (wire.Body.Length > 0)
    {
        // The stand-in answers nothing that a client could read.
    }

    var parts = new[] { ("text", "What do you see?"), ("image", "image.png"), ("pdf", "file.pdf"), ("wav", Convert.ToBase64String("RIFFdata"u8)) };
    Console.WriteLine($"{name}: {string.Join(' ', parts.Where(part => wire.Body.Contains(part.Item2)).Select(part => part.Item1))}");
}

internal sealed class Wire : HttpMessageHandler
{
    public string Body { get; private set; } = "";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Body += request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        return new HttpResponseMessage(System.Net.HttpStatusCode.BadRequest) { RequestMessage = request, Content = new StringContent("{}") };
    }
}
PROGRAM
dotnet run > seen.txt
cat seen.txt

grep -qx 'OllamaSharp: text' seen.txt
grep -qx 'OpenAI chat: text image wav' seen.txt
grep -qx 'Anthropic: text image pdf' seen.txt
