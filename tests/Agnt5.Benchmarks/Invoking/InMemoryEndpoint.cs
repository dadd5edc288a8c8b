using System.Text;
using Agnt5.Benchmarks.Conversing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Benchmarks.Invoking;

/// <summary>The endpoint with this program's components, and one signed request to send it.</summary>
internal sealed class InMemoryEndpoint
{
    private const string Secret = "benchmark-secret";

    private readonly ServerlessEndpoint _endpoint;
    private readonly SignedRequest _request;

    /// <param name="body">The request's body.</param>
    /// <param name="expectedBeginning">How the answer begins; anything else ends the benchmark before it measures the wrong thing.</param>
    public InMemoryEndpoint(byte[] body, string expectedBeginning)
    {
        var clock = new FixedClock();
        var services = new ServiceCollection().AddSingleton<TimeProvider>(clock).AddSingleton<IChatClient, EndlessModel>().BuildServiceProvider();
        _endpoint = new ServerlessEndpoint(Agnt5Components.Catalog, new ServerlessOptions { SigningSecret = Secret }, services);
        _request = new SignedRequest(body, Secret, clock);

        using var response = _endpoint.HandleAsync(_request, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        var answer = Encoding.UTF8.GetString(response.Body.Span);
        if (!answer.StartsWith(expectedBeginning, StringComparison.Ordinal))
            throw new InvalidOperationException($"The endpoint answered {response.StatusCode} {answer}");
    }

    public async Task<int> InvokeAsync()
    {
        using var response = await _endpoint.HandleAsync(_request, CancellationToken.None);
        return response.Body.Length;
    }

    /// <summary>A clock that stands still, so that one signature stays valid however long the benchmark runs.</summary>
    private sealed class FixedClock : TimeProvider
    {
        private readonly DateTimeOffset _now = DateTimeOffset.UtcNow;

        public override DateTimeOffset GetUtcNow() => _now;
    }
}
