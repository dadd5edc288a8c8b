#!/usr/bin/env bash
# What: an IChatClient gets one user message with four parts: a text, an image by its address, a PDF by its address, and a WAV as bytes. OllamaSharp 5.5.2 sends the text alone, the adapter of
# OpenAI's chat API (Microsoft.Extensions.AI.OpenAI 10.11.0) drops the PDF, and that of Anthropic 13.14.0 drops the WAV. None of them throws. But for its time, the reply as JSON is the same as to
# the text alone.
# Why it matters: the model answers "What do you see?" about a file that it never got, and invents. Code that attaches files has to know the adapter behind the interface.
# Seen: "OllamaSharp: text, told nothing", "OpenAI chat: text image wav, told nothing", "Anthropic: text image pdf, told nothing".
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
using System.Text;
using System.Text.Json;
using Anthropic;
using Microsoft.Extensions.AI;
using OllamaSharp;
using OpenAI;

const string OfOllama = """{"model":"model","created_at":"2026-01-01T00:00:00Z","message":{"role":"assistant","content":"Hi."},"done":true,"done_reason":"stop"}""";
const string OfChat = """{"id":"c","object":"chat.completion","created":1,"model":"model","choices":[{"index":0,"message":{"role":"assistant","content":"Hi."},"finish_reason":"stop"}]}""";
const string OfAnthropic = """
    {"id":"m","type":"message","role":"assistant","model":"model","content":[{"type":"text","text":"Hi."}],"stop_reason":"end_turn","stop_sequence":null,"usage":{"input_tokens":1,"output_tokens":1}}
    """;

var text = new TextContent("What do you see?");
AIContent[] attached =
[
    new UriContent("https://example.com/image.png", "image/png"),
    new UriContent("https://example.com/file.pdf", "application/pdf"),
    new DataContent("RIFFdata"u8.ToArray(), "audio/wav"),
];
var address = new Uri("http://localhost");

await Send("OllamaSharp", OfOllama, http => new OllamaApiClient(http, "model"));
await Send("OpenAI chat", OfChat, http => new OpenAIClient(new ApiKeyCredential("key"), new OpenAIClientOptions { Endpoint = address, Transport = new HttpClientPipelineTransport(http) })
    .GetChatClient("model").AsIChatClient());
await Send("Anthropic", OfAnthropic, http => new AnthropicClient { ApiKey = "key", HttpClient = http, MaxRetries = 0 }.AsIChatClient("model"));

async Task Send(string name, string reply, Func<HttpClient, IChatClient> connect)
{
    var wire = new Wire(reply);
    var client = connect(new HttpClient(wire) { BaseAddress = address });
    var toText = await Ask(client, text);
    var toAll = await Ask(client, [text, .. attached]);

    var parts = new[] { ("text", "What do you see?"), ("image", "image.png"), ("pdf", "file.pdf"), ("wav", Convert.ToBase64String("RIFFdata"u8)) };
    Console.WriteLine($"{name}: {string.Join(' ', parts.Where(part => wire.Body.Contains(part.Item2)).Select(part => part.Item1))}, told {(toAll == toText ? "nothing" : toAll)}");
}

static async Task<string> Ask(IChatClient client, params AIContent[] contents)
{
    var reply = await client.GetResponseAsync([new ChatMessage(ChatRole.User, contents)]);
    if (reply.Text != "Hi.")
        throw new InvalidOperationException("The canned reply was not read.");
    // Anthropic's adapter makes it up.
    reply.CreatedAt = null;
    foreach (var message in reply.Messages)
        message.CreatedAt = null;
    return JsonSerializer.Serialize(reply, AIJsonUtilities.DefaultOptions);
}

internal sealed class Wire(string reply) : HttpMessageHandler
{
    // Of the last request.
    public string Body { get; private set; } = "";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Body = await request.Content!.ReadAsStringAsync(cancellationToken);
        return new HttpResponseMessage { RequestMessage = request, Content = new StringContent(reply, Encoding.UTF8, "application/json") };
    }
}
PROGRAM
dotnet run > seen.txt
cat seen.txt

grep -qx 'OllamaSharp: text, told nothing' seen.txt
grep -qx 'OpenAI chat: text image wav, told nothing' seen.txt
grep -qx 'Anthropic: text image pdf, told nothing' seen.txt
