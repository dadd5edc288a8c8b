using System.Globalization;
using System.Net;
using Agnt5.Endpoint.Tests.Hosting;

namespace Agnt5.Endpoint.Tests;

/// <summary>Protocol section 3: how long a signature is valid, and what it must agree with.</summary>
public sealed class SignatureWindowTests
{
    private const string Charge = """{"component_type":"workflow","component_name":"charge_card","run_id":"run-1","attempt":2}""";

    [Theory]
    [InlineData("00:05:00", 300, "more than 5 minutes from")]
    [InlineData("00:00:30", 30, "more than 30 seconds from")]
    [InlineData("00:01:00", 60, "more than 60 seconds from")]
    public async Task A_project_decides_how_far_clocks_may_be_apart(string window, int seconds, string words)
    {
        await using var endpoint = await RepeatedEndpoint.StartAsync(seen: null, options => options.SignatureWindow = TimeSpan.Parse(window, CultureInfo.InvariantCulture));
        var ahead = endpoint.Capture(Charge, TimeSpan.FromSeconds(seconds));
        (await endpoint.SendAsync(ahead)).MustBe("completed");
        var tooFarAhead = await endpoint.SendAsync(endpoint.Capture(Charge, TimeSpan.FromSeconds(seconds) + TimeSpan.FromMilliseconds(1)));
        tooFarAhead.MustBe(HttpStatusCode.Unauthorized, "WORKERLESS_SIGNATURE_EXPIRED");
        Assert.Contains(words, tooFarAhead.Message, StringComparison.Ordinal);

        endpoint.Time.Advance(TimeSpan.FromSeconds(2 * seconds));
        (await endpoint.SendAsync(ahead)).MustBe("completed");
        endpoint.Time.AdvanceMs(1);
        (await endpoint.SendAsync(ahead)).MustBe(HttpStatusCode.Unauthorized, "WORKERLESS_SIGNATURE_EXPIRED");
    }

    [Theory]
    [InlineData("00:00:00")]
    [InlineData("-00:05:00")]
    [InlineData("01:00:01")]
    public async Task A_window_that_lets_nothing_in_or_never_closes_stops_the_start(string window)
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            TestEndpoint.StartAsync(options => options.SignatureWindow = TimeSpan.Parse(window, CultureInfo.InvariantCulture)));

        Assert.Contains($"SignatureWindow is {window}: give a time from 00:00:01 to 01:00:00", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run-1:2", true)]
    [InlineData("run-1:02", true)]
    [InlineData("run-1", true)]
    [InlineData("run-1:", true)]
    [InlineData(":2", true)]
    [InlineData("run-1:two", true)]
    [InlineData("run-1:0", false)]
    [InlineData("run-2:2", false)]
    [InlineData("run-1:99999999999999999999", false)]
    [InlineData("a:run-1:2", false)]
    public async Task A_project_may_refuse_a_body_that_contradicts_its_attempt_id(string attemptId, bool isAccepted)
    {
        await using var strict = await RepeatedEndpoint.StartAsync(seen: null, static options => options.RequireMatchingAttempt = true);
        await using var lenient = await RepeatedEndpoint.StartAsync(seen: null);

        var answer = await strict.SendAsync(strict.Capture(Charge, attemptId: attemptId));

        if (isAccepted)
            answer.MustBe("completed");
        else
            answer.MustBe(HttpStatusCode.Unauthorized, "WORKERLESS_SIGNATURE_INVALID");
        Assert.Equal(isAccepted ? 1 : 0, strict.Charges());
        (await lenient.SendAsync(lenient.Capture(Charge, attemptId: attemptId))).MustBe("completed");
    }

    [Theory]
    [InlineData("run-1", true)]
    [InlineData("run-2", false)]
    [InlineData(null, false)]
    public async Task A_run_id_that_is_not_signed_must_agree_with_the_one_that_is(string? header, bool isAccepted)
    {
        await using var endpoint = await RepeatedEndpoint.StartAsync(seen: null, static options => options.RequireMatchingAttempt = true);
        var captured = endpoint.Capture("""{"component_type":"workflow","component_name":"charge_card"}""");

        var answer = await endpoint.SendAsync(captured, request =>
        {
            if (header is not null)
                request.Headers.Add("X-AGNT5-Run-ID", header);
        });

        Assert.Equal(isAccepted ? 200 : 401, answer.Status);
    }
}
