using Anthropic;
using Microsoft.Extensions.AI;
using OllamaSharp;

namespace SupportAgent.Models;

internal static partial class ChatModels
{
    static partial void ConnectAnthropic(IConfigurationSection model, ref IChatClient? client)
    {
        var (key, http) = (Needed(model, "Key"), NewHttpClient());
        client = (model["Address"] is { Length: > 0 } address
            ? new AnthropicClient { ApiKey = key, BaseUrl = address, HttpClient = http, MaxRetries = 0 }
            : new AnthropicClient { ApiKey = key, HttpClient = http, MaxRetries = 0 }).AsIChatClient();
    }

    static partial void ConnectOllama(IConfigurationSection model, ref IChatClient? client)
    {
        var http = NewHttpClient();
        http.BaseAddress = new Uri(model["Address"] is { Length: > 0 } address ? address : "http://localhost:11434");
        client = new OllamaApiClient(http, Needed(model, "Name"));
    }
}
