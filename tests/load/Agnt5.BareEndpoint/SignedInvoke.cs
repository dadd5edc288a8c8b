using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Agnt5.BareEndpoint;

/// <summary>Verifies the HMAC of an invoke and answers what the workflow <c>hello</c> answers to Ada, byte for byte.</summary>
internal sealed class SignedInvoke(string secret)
{
    private const string SignaturePrefix = "sha256=";
    private const int SignatureLength = 7 + (2 * HMACSHA256.HashSizeInBytes);

    private static readonly ReadOnlyMemory<byte> Answer = """{"status":"completed","output":{"message":"hello Ada"}}"""u8.ToArray();

    private readonly byte[] _key = Encoding.UTF8.GetBytes(secret);

    public async Task AnswerAsync(HttpContext context)
    {
        if (!await VerifiesAsync(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = Answer.Length;
        await context.Response.BodyWriter.WriteAsync(Answer, context.RequestAborted);
    }

    private async ValueTask<bool> VerifiesAsync(HttpRequest request)
    {
        var timestamp = request.Headers["X-AGNT5-Timestamp"].ToString();
        var attemptId = request.Headers["X-AGNT5-Attempt-ID"].ToString();
        var signature = request.Headers["X-AGNT5-Signature"].ToString();

        var body = request.BodyReader;
        var read = await body.ReadAsync();
        while (!read.IsCompleted)
        {
            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await body.ReadAsync();
        }

        var verifies = Verifies(timestamp, attemptId, read.Buffer, signature);
        body.AdvanceTo(read.Buffer.End);
        return verifies;
    }

    /// <summary>The message is <c>timestamp.attempt-id.body</c>, the signature <c>sha256=</c> and lower-case hex.</summary>
    private bool Verifies(string timestamp, string attemptId, in ReadOnlySequence<byte> body, string signature)
    {
        var message = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(timestamp.Length + attemptId.Length + 2) + (int)body.Length);
        var length = Encoding.UTF8.GetBytes(timestamp, message);
        message[length++] = (byte)'.';
        length += Encoding.UTF8.GetBytes(attemptId, message.AsSpan(length));
        message[length++] = (byte)'.';
        body.CopyTo(message.AsSpan(length));
        length += (int)body.Length;

        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, message.AsSpan(0, length), mac);
        ArrayPool<byte>.Shared.Return(message);

        Span<byte> presented = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return signature.Length == SignatureLength
            && signature.StartsWith(SignaturePrefix, StringComparison.Ordinal)
            && !signature.AsSpan().ContainsAnyInRange('A', 'F')
            && Convert.FromHexString(signature.AsSpan(SignaturePrefix.Length), presented, out _, out _) == OperationStatus.Done
            && CryptographicOperations.FixedTimeEquals(mac, presented);
    }
}
