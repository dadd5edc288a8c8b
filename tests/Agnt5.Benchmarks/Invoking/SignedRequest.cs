using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Text;

namespace Agnt5.Benchmarks.Invoking;

/// <summary>A signed invoke in memory. Unlike <see cref="InMemoryRequest"/> it allocates nothing when it is sent, so that a benchmark counts the endpoint alone.</summary>
internal sealed class SignedRequest : ServerlessRequest
{
    private const string RunAttempt = "run_0001:0";

    private readonly BodyReader _body;
    private readonly string _timestamp;
    private readonly string _signature;

    public SignedRequest(byte[] body, string secret, TimeProvider clock)
    {
        _body = new BodyReader(body);
        _timestamp = $"{clock.GetUtcNow().ToUnixTimeMilliseconds()}";
        byte[] message = [.. Encoding.UTF8.GetBytes($"{_timestamp}.{RunAttempt}."), .. body];
        _signature = $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), message))}";
        ContentLength = body.Length;
    }

    public override string Method => "POST";

    public override string Path => "/agnt5/invoke";

    public override long? ContentLength { get; }

    public override PipeReader Body => _body;

    public override string? Header(string name) => name switch
    {
        "X-AGNT5-Signature-Version" => "workerless-hmac-sha256.v1",
        "X-AGNT5-Timestamp" => _timestamp,
        "X-AGNT5-Attempt-ID" => RunAttempt,
        "X-AGNT5-Signature" => _signature,
        _ => null,
    };

    /// <summary>A body that arrives in one read, as a small one does from a web server.</summary>
    private sealed class BodyReader(byte[] body) : PipeReader
    {
        private readonly ReadResult _whole = new(new(body), isCanceled: false, isCompleted: true);

        public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default) => new(_whole);

        public override bool TryRead(out ReadResult result)
        {
            result = _whole;
            return true;
        }

        public override void AdvanceTo(SequencePosition consumed)
        {
        }

        public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
        {
        }

        public override void CancelPendingRead()
        {
        }

        public override void Complete(Exception? exception = null)
        {
        }
    }
}
