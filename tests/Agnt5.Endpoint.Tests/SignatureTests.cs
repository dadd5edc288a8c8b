using System.Globalization;
using System.Net;
using Agnt5.Endpoint.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Agnt5.Endpoint.Tests;

/// <summary>Protocol section 3: who may invoke.</summary>
public sealed class SignatureTests
{
    private const string Hello = """{"component_type":"workflow","component_name":"hello","input":{"name":"Ada"}}""";

    private static string Time(double offsetMs = 0) =>
        DateTimeOffset.UtcNow.AddMilliseconds(offsetMs).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_signed_invoke_runs()
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        (await endpoint.InvokeAsync(Hello)).MustComplete("""{"message":"hello Ada"}""");
    }

    [Fact]
    public async Task Blanks_around_header_values_do_not_matter()
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        var answer = await endpoint.InvokeAsync(Hello, static invoke =>
        {
            foreach (var name in invoke.Headers.Keys.ToArray())
                invoke.Headers[name] = $"  \t{invoke.Headers[name]} ";
        });

        answer.MustComplete("""{"message":"hello Ada"}""");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public async Task Nobody_can_invoke_an_endpoint_without_a_secret_and_the_operator_is_told_once(string? secret)
    {
        await using var endpoint = await TestEndpoint.StartAsync(options => options.SigningSecret = secret);

        for (var i = 0; i < 3; i++)
            (await endpoint.InvokeAsync(Hello)).MustBe(HttpStatusCode.ServiceUnavailable, "WORKERLESS_SIGNING_SECRET_REQUIRED");

        Assert.Single(endpoint.Log.About("No signing secret"), static line => line.Level == LogLevel.Warning);
        Assert.Equal(HttpStatusCode.OK, (await endpoint.Client.GetAsync("/.well-known/agnt5")).StatusCode);
    }

    [Theory]
    [InlineData("X-AGNT5-Timestamp", null)]
    [InlineData("X-AGNT5-Timestamp", "   ")]
    [InlineData("X-AGNT5-Attempt-ID", null)]
    [InlineData("X-AGNT5-Attempt-ID", "")]
    [InlineData("X-AGNT5-Signature", null)]
    [InlineData("X-AGNT5-Signature", " ")]
    public async Task An_invoke_without_a_signature_header_is_told_which_one_is_missing(string header, string? value)
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        // The version is wrong as well: the missing header is reported first.
        var answer = await endpoint.InvokeAsync(Hello, invoke =>
        {
            invoke.Headers[header] = value;
            invoke.Headers["X-AGNT5-Signature-Version"] = "v9";
        });

        answer.MustBe(HttpStatusCode.Unauthorized, "WORKERLESS_SIGNATURE_MISSING");
        Assert.Contains(header, answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("workerless-hmac-sha256.v2")]
    [InlineData("WORKERLESS-HMAC-SHA256.V1")]
    public async Task Another_signature_version_is_refused_before_the_timestamp_is_read(string? version)
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        var answer = await endpoint.InvokeAsync(Hello, invoke =>
        {
            invoke.Headers["X-AGNT5-Signature-Version"] = version;
            invoke.Headers["X-AGNT5-Timestamp"] = "yesterday";
        });

        answer.MustBe(HttpStatusCode.Unauthorized, "WORKERLESS_SIGNATURE_VERSION_UNSUPPORTED");
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("1e12")]
    [InlineData("-5")]
    [InlineData("+1700000000000")]
    [InlineData("0x18BCFE56800")]
    [InlineData("1_700_000_000_000")]
    [InlineData("17000 00000000")]
    [InlineData("1700000000000.0")]
    [InlineData("Infinity")]
    public async Task A_timestamp_that_is_not_plain_digits_is_refused_even_when_it_is_signed(string timestamp)
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        var answer = await endpoint.InvokeAsync(Hello, invoke => invoke.Sign(TestEndpoint.Secret, timestamp, "run-1:0"));

        answer.MustBe(HttpStatusCode.Unauthorized, "WORKERLESS_SIGNATURE_TIMESTAMP_INVALID");
    }

    [Theory]
    [InlineData(-300_050)]
    [InlineData(305_000)]
    [InlineData(-1_000_000_000_000)]
    public async Task A_captured_invoke_cannot_be_replayed_after_five_minutes(double offsetMs)
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        // The secret is wrong as well: the time is reported first.
        var answer = await endpoint.InvokeAsync(Hello, invoke => invoke.Sign("other", Time(offsetMs), "run-1:0"));

        answer.MustBe(HttpStatusCode.Unauthorized, "WORKERLESS_SIGNATURE_EXPIRED");
    }

    [Theory]
    [InlineData(1e-3, "seconds")]
    [InlineData(1e3, "microseconds")]
    [InlineData(1e6, "nanoseconds")]
    public async Task A_timestamp_in_another_unit_is_told_which_unit_it_looks_like(double factor, string unit)
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        var timestamp = ((Int128)(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() * factor)).ToString(CultureInfo.InvariantCulture);

        var answer = await endpoint.InvokeAsync(Hello, invoke => invoke.Sign(TestEndpoint.Secret, timestamp, "run-1:0"));

        answer.MustBe(HttpStatusCode.Unauthorized, "WORKERLESS_SIGNATURE_EXPIRED");
        Assert.Equal($"X-AGNT5-Timestamp is more than 5 minutes from this server's time; it looks like {unit}, and must be milliseconds", answer.Message);
        Assert.Single(endpoint.Log.About($"it looks like {unit}"));
    }

    [Theory]
    [InlineData("99999999999999999999999999999999")]
    [InlineData("9223372036854775807")]
    [InlineData("0")]
    public async Task A_timestamp_of_another_age_is_expired_whatever_its_size(string timestamp)
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        var answer = await endpoint.InvokeAsync(Hello, invoke => invoke.Sign(TestEndpoint.Secret, timestamp, "run-1:0"));

        answer.MustBe(HttpStatusCode.Unauthorized, "WORKERLESS_SIGNATURE_EXPIRED");
        Assert.DoesNotContain("looks like", answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-298_000)]
    [InlineData(298_000)]
    public async Task Clocks_may_differ_by_almost_five_minutes(double offsetMs)
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        (await endpoint.InvokeAsync(Hello, invoke => invoke.Sign(TestEndpoint.Secret, Time(offsetMs), "run-1:0"))).MustComplete("""{"message":"hello Ada"}""");
    }

    public static TheoryData<string, Action<SignedInvoke>> Forgeries => new()
    {
        { "another secret", static invoke => invoke.Sign("other", Time(), "run-1:0") },
        { "another body", static invoke => invoke.SentBody = "{}"u8.ToArray() },
        { "a longer body", static invoke => invoke.SentBody = [.. invoke.SentBody, (byte)' '] },
        { "another attempt", static invoke => invoke.Headers["X-AGNT5-Attempt-ID"] = "run-1:1" },
        { "another time", static invoke => invoke.Headers["X-AGNT5-Timestamp"] = Time(1) },
        { "upper-case hex", static invoke => invoke.Headers["X-AGNT5-Signature"] = "sha256=" + invoke.Headers["X-AGNT5-Signature"]![7..].ToUpperInvariant() },
        { "no prefix", static invoke => invoke.Headers["X-AGNT5-Signature"] = invoke.Headers["X-AGNT5-Signature"]![7..] },
        { "half of it", static invoke => invoke.Headers["X-AGNT5-Signature"] = invoke.Headers["X-AGNT5-Signature"]![..39] },
        { "more than all of it", static invoke => invoke.Headers["X-AGNT5-Signature"] += "00" },
        { "nothing but zeros", static invoke => invoke.Headers["X-AGNT5-Signature"] = "sha256=" + new string('0', 64) },
        { "a megabyte", static invoke => invoke.Headers["X-AGNT5-Signature"] = "sha256=" + new string('f', 10_000) },
    };

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_forged_signature_never_reaches_a_component(string forgery, Action<SignedInvoke> change)
    {
        _ = forgery;
        await using var endpoint = await TestEndpoint.StartAsync();

        // Each between requests that are signed, because what computes a signature is used again.
        for (var i = 0; i < 3; i++)
        {
            (await endpoint.InvokeAsync(Hello, change)).MustBe(HttpStatusCode.Unauthorized, "WORKERLESS_SIGNATURE_INVALID");
            (await endpoint.InvokeAsync(Hello)).MustComplete("""{"message":"hello Ada"}""");
        }

        Assert.DoesNotContain(TestEndpoint.Secret, endpoint.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_is_changed_under_load_holds_from_then_on_and_the_old_one_no_longer()
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        var options = endpoint.Services.GetRequiredService<IOptions<ServerlessOptions>>().Value;
        var old = TestEndpoint.Secret;
        for (var round = 0; round < 5; round++)
        {
            var secret = options.SigningSecret = $"{TestEndpoint.Secret}-{round}-{new string('s', 100 * round)}";
            var stale = old;
            await Task.WhenAll(Enumerable.Range(0, 60).Select(async i =>
            {
                var answer = await endpoint.InvokeAsync(Hello + new string(' ', 100 * i), invoke => invoke.Sign(i % 3 == 0 ? stale : secret, Time(), $"run-{i}:0"));
                if (i % 3 == 0)
                    answer.MustBe(HttpStatusCode.Unauthorized, "WORKERLESS_SIGNATURE_INVALID");
                else
                    answer.MustComplete("""{"message":"hello Ada"}""");
            }));
            old = secret;
        }
    }

    [Fact]
    public async Task A_body_that_is_no_JSON_is_not_even_parsed_before_its_signature_holds()
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        var answer = await endpoint.InvokeAsync("not json", static invoke => invoke.Sign("other", Time(), "run-1:0"));

        answer.MustBe(HttpStatusCode.Unauthorized, "WORKERLESS_SIGNATURE_INVALID");
    }

    [Fact]
    public async Task A_secret_is_rotated_without_downtime()
    {
        string[] secrets = ["new", "old"];
        await using var endpoint = await TestEndpoint.StartAsync(options =>
        {
            options.SigningSecret = null;
            options.SigningSecretCacheTime = TimeSpan.Zero;
            options.SigningSecretResolver = _ => ValueTask.FromResult<IReadOnlyList<string>>(secrets);
        });

        (await endpoint.InvokeAsync(Hello, static invoke => invoke.Sign("old", Time(), "run-1:0"))).MustComplete("""{"message":"hello Ada"}""");
        (await endpoint.InvokeAsync(Hello, static invoke => invoke.Sign("new", Time(), "run-1:0"))).MustComplete("""{"message":"hello Ada"}""");

        secrets = ["new", " "];
        (await endpoint.InvokeAsync(Hello, static invoke => invoke.Sign("old", Time(), "run-1:0"))).MustBe(HttpStatusCode.Unauthorized, "WORKERLESS_SIGNATURE_INVALID");
        (await endpoint.InvokeAsync(Hello, static invoke => invoke.Sign(" ", Time(), "run-1:0"))).MustBe(HttpStatusCode.Unauthorized, "WORKERLESS_SIGNATURE_INVALID");
    }

    [Fact]
    public async Task A_secret_store_that_is_down_refuses_the_invoke_and_tells_only_the_operator()
    {
        await using var endpoint = await TestEndpoint.StartAsync(static options =>
        {
            options.SigningSecret = null;
            options.SigningSecretResolver = static _ => throw new TimeoutException("vault.internal did not answer");
        });

        var answer = await endpoint.InvokeAsync(Hello);

        answer.MustBe(HttpStatusCode.InternalServerError, "WORKERLESS_SIGNATURE_ERROR");
        Assert.DoesNotContain("vault", answer.Text, StringComparison.Ordinal);
        Assert.Single(endpoint.Log.Lines, static line => line.Exception is TimeoutException);
    }

    [Fact]
    public async Task Unsigned_invokes_need_an_explicit_option_that_warns_at_start_up()
    {
        await using var endpoint = await TestEndpoint.StartAsync(static options =>
        {
            options.SigningSecret = null;
            options.AllowUnsigned = options.AllowUnsignedInProduction = true;
        });

        Assert.Single(endpoint.Log.About("AllowUnsigned"), static line => line.Level == LogLevel.Warning);
        (await endpoint.InvokeAsync(Hello, static invoke => invoke.Headers.Clear())).MustComplete("""{"message":"hello Ada"}""");
    }

    [Fact]
    public async Task Allowing_unsigned_invokes_never_bypasses_a_configured_secret()
    {
        await using var endpoint = await TestEndpoint.StartAsync(static options => options.AllowUnsigned = options.AllowUnsignedInProduction = true);

        (await endpoint.InvokeAsync(Hello, static invoke => invoke.Headers.Clear())).MustBe(HttpStatusCode.Unauthorized, "WORKERLESS_SIGNATURE_MISSING");
        (await endpoint.InvokeAsync(Hello, static invoke => invoke.Sign("other", Time(), "run-1:0"))).MustBe(HttpStatusCode.Unauthorized, "WORKERLESS_SIGNATURE_INVALID");
    }
}
