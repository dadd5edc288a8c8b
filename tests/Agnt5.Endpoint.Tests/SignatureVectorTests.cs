using System.Text;
using Agnt5.Endpoint.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Endpoint.Tests;

/// <summary>Signatures that openssl computed (Signatures/make-vectors.sh), so that an error in our MAC cannot hide in both the code and the test.</summary>
public sealed class SignatureVectorTests
{
    public static TheoryData<int> Vectors => [.. Enumerable.Range(0, ReadVectors().Length)];

    [Theory]
    [MemberData(nameof(Vectors))]
    public async Task What_openssl_signed_is_accepted_and_one_changed_byte_is_not(int index)
    {
        var (secret, timestamp, attemptId, body, signature) = ReadVectors()[index];
        var now = DateTimeOffset.FromUnixTimeMilliseconds(1_750_000_000_000);
        await using var endpoint = await TestEndpoint.StartAsync(builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(new FixedTime(now));
            builder.Services.Configure<ServerlessOptions>(options => options.SigningSecret = secret);
        });

        Assert.Equal(200, await SendAsync(signature));
        Assert.Equal(401, await SendAsync(signature[..^1] + (signature[^1] == '0' ? '1' : '0')));

        async Task<int> SendAsync(string presented)
        {
            // As bytes: an HTTP client would not send a header that is not ASCII.
            using var socket = await RawHttp.ConnectAsync(endpoint.Address);
            var head = $"""
                POST /agnt5/invoke HTTP/1.1
                Host: x
                Connection: close
                Content-Length: {Encoding.UTF8.GetByteCount(body)}
                X-AGNT5-Signature-Version: workerless-hmac-sha256.v1
                X-AGNT5-Timestamp: {timestamp}
                X-AGNT5-Attempt-ID: {attemptId}
                X-AGNT5-Signature: {presented}


                """.ReplaceLineEndings("\r\n");
            await socket.SendAsync(Encoding.UTF8.GetBytes(head + body));
            return (await RawHttp.ReadAsync(socket)).Status;
        }
    }

    private static (string Secret, string Timestamp, string AttemptId, string Body, string Signature)[] ReadVectors() =>
    [
        .. from line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Signatures", "vectors.txt"))
           let fields = line.Split('\t')
           select (Text(fields[0]), Text(fields[1]), Text(fields[2]), Text(fields[3]), fields[4]),
    ];

    private static string Text(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
