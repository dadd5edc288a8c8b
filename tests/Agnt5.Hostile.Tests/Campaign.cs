using System.Collections.Concurrent;
using System.Text;
using Agnt5.Hostile.Tests.Checks;
using Agnt5.Hostile.Tests.Hosting;
using Agnt5.Hostile.Tests.Mutations;

namespace Agnt5.Hostile.Tests;

/// <summary>Sends the requests of one seed over many connections, and checks every answer.</summary>
internal sealed class Campaign(HostileEndpoint endpoint, int seed)
{
    public const int Connections = 32;

    private const int Shown = 1_500;

    private readonly ConcurrentQueue<string> _failures = new();
    private readonly ConcurrentDictionary<string, int> _kinds = new();
    private readonly RequestGenerator _generator = new(seed, endpoint.Store);

    /// <summary>How often each kind of answer came.</summary>
    public IReadOnlyDictionary<string, int> Kinds => _kinds;

    /// <summary>Sends requests at once, then a valid request that must still work.</summary>
    /// <param name="first">The index of the first.</param>
    /// <param name="count">How many.</param>
    public async Task RunBatchAsync(int first, int count)
    {
        var next = first - 1;
        await Task.WhenAll(Enumerable.Range(0, Math.Min(Connections, count)).Select(async _ =>
        {
            using var connection = new RawConnection(endpoint.Address);
            while (Interlocked.Increment(ref next) is var index && index < first + count)
                await ExchangeAsync(connection, index);
        }));

        await GreetAsync();
        foreach (var finding in endpoint.Log.TakeFindings())
            _failures.Enqueue($"one of the requests {first} to {first + count - 1} of seed {seed}: {finding}\n{Replay(first, count)}");
        Assert.True(_failures.IsEmpty, $"{_failures.Count} requests were not answered as they must be. The first: {_failures.FirstOrDefault()}");
    }

    private async Task ExchangeAsync(RawConnection connection, int index)
    {
        var request = _generator.Create(index);
        var answer = await SendAsync(connection, request, index, "");
        if (answer.Status != 200 || Sequel(request, answer) is not { } sequel)
            return;

        var next = await SendAsync(connection, sequel, index, "the next slice of ");
        if (next.Text.Contains("WORKERLESS_INVALID_REQUEST", StringComparison.Ordinal))
            Fail(sequel, next, index, "the next slice of ", "the checkpoint that the endpoint gave is refused when it comes back");
    }

    private async Task<RawAnswer> SendAsync(RawConnection connection, RawRequest request, int index, string which)
    {
        try
        {
            var answer = await connection.SendAsync(request);
            _kinds.AddOrUpdate(AnswerKind.Of(answer), 1, static (_, count) => count + 1);
            if (AnswerCheck.FindProblem(request, answer) is { } problem)
                Fail(request, answer, index, which, problem);
            return answer;
        }
        catch (OperationCanceledException)
        {
            Fail(request, null, index, which, "no answer came");
            return new RawAnswer(0, "", []);
        }
    }

    /// <summary>The request that AGNT5 would send next: with the checkpoint of the answer.</summary>
    private static RawRequest? Sequel(RawRequest request, RawAnswer answer)
    {
        if (answer.Body.Length > 100_000 || !answer.Text.Contains("\"checkpoint\":", StringComparison.Ordinal))
            return null;

        var (_, members) = JsonText.Read(answer.Body);
        var checkpoint = members.LastOrDefault(member => Encoding.UTF8.GetString(answer.Body[member.Name]) == "\"checkpoint\"" && member.Value.End.Value > answer.Body.Length / 8);
        if (checkpoint == default)
            return null;

        var body = JsonText.Put(request.Body, [], "checkpoint", Encoding.UTF8.GetString(answer.Body[checkpoint.Value]));
        return ReferenceEquals(body, request.Body) ? null : new RawRequest(body, Secrets.Signing, DateTimeOffset.UtcNow);
    }

    private async Task GreetAsync()
    {
        using var connection = new RawConnection(endpoint.Address);
        var hello = await connection.SendAsync(new RawRequest("""{"component_type":"workflow","component_name":"hello","input":{"name":"Ada"}}"""u8.ToArray(), Secrets.Signing, DateTimeOffset.UtcNow));
        Assert.Equal("""{"status":"completed","output":{"message":"hello Ada"}}""", hello.Text);
    }

    // The other requests of the batch are sent anyway.
    private void Fail(RawRequest request, RawAnswer? answer, int index, string which, string problem)
    {
        var bytes = request.ToBytes();
        _failures.Enqueue($"""
            {which}request {index} of seed {seed}: {problem}
            {Replay(index, 1)}
            The answer ({answer?.Status}): {Cut(answer?.Text ?? "")}
            The request: {Cut(Encoding.Latin1.GetString(bytes))}
            The request's first bytes in hex: {Convert.ToHexStringLower(bytes.AsSpan(0, Math.Min(bytes.Length, Shown)))}
            """);
    }

    private string Replay(int first, int count) =>
        $"To send it again: {CampaignSettings.SeedVariable}={seed} {CampaignSettings.FirstVariable}={first} "
            + $"{CampaignSettings.CountVariable}={count} dotnet test tests/Agnt5.Hostile.Tests --filter {nameof(CampaignTests)}";

    private static string Cut(string text) => text.Length <= Shown ? text : $"{text[..Shown]}… ({text.Length} characters)";
}
