using System.ClientModel;
using System.ClientModel.Primitives;
using Anthropic;
using Anthropic.Core;
using Microsoft.Extensions.AI;
using OllamaSharp;
using OpenAI;

namespace Agnt5.Providers.Tests.Hosting;

/// <summary>The providers' clients as their packages ship them, with their own retries on.</summary>
public static class ShippedClients
{
    /// <param name="provider">The provider.</param>
    /// <param name="http">Makes the HTTP client, or <see langword="null"/> for the client's own.</param>
    /// <param name="retries">How often the client itself tries again, or <see langword="null"/> for what the package has chosen. Ollama's never does.</param>
    public static Provider Shipped(this Provider provider, Func<HttpClient>? http = null, int? retries = null) => provider with
    {
        Connect = address => provider.Name switch
        {
            "Anthropic" => Anthropic(address, http?.Invoke(), retries),
            "OpenAI chat" => OpenAI(address, http?.Invoke(), retries).GetChatClient("model").AsIChatClient(),
#pragma warning disable OPENAI001 // As in Provider.
            "OpenAI responses" => OpenAI(address, http?.Invoke(), retries).GetResponsesClient().AsIChatClient("model"),
#pragma warning restore OPENAI001
            _ => Ollama(address, http?.Invoke()),
        },
    };

    /// <summary>The same with a <see cref="RetryAfterHandler"/> in the HTTP client.</summary>
    public static Provider Handled(this Provider provider) => provider.Shipped(static () => new HttpClient(new RetryAfterHandler { InnerHandler = new SocketsHttpHandler() }));

    private static IChatClient Anthropic(Uri address, HttpClient? http, int? retries)
    {
        // As it is without a number of retries, the package has its own.
        var options = new ClientOptions { ApiKey = "key", BaseUrl = address.ToString(), MaxRetries = retries };
        if (http is not null)
            options.HttpClient = http;
        return new AnthropicClient(options).AsIChatClient();
    }

    private static OpenAIClient OpenAI(Uri address, HttpClient? http, int? retries)
    {
        var options = new OpenAIClientOptions { Endpoint = address };
        if (http is not null)
            options.Transport = new HttpClientPipelineTransport(http);
        if (retries is { } count)
            options.RetryPolicy = new ClientRetryPolicy(count);
        return new OpenAIClient(new ApiKeyCredential("key"), options);
    }

    private static OllamaApiClient Ollama(Uri address, HttpClient? http)
    {
        if (http is null)
            return new OllamaApiClient(address, "model");

        http.BaseAddress = address;
        return new OllamaApiClient(http, "model");
    }
}
