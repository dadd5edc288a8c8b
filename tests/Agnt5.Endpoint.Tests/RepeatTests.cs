using System.Net;
using Agnt5.Endpoint.Tests.Hosting;

namespace Agnt5.Endpoint.Tests;

/// <summary>Protocol section 3: a request that somebody captured and sends again.</summary>
public sealed class RepeatTests
{
    private const string Charge = """{"component_type":"workflow","component_name":"charge_card","run_id":"run-1"}""";
    private const string SlowCharge = """{"component_type":"workflow","component_name":"charge_slowly","run_id":"run-1"}""";

    private readonly ManualTime _time = new();

    private MemorySeenRequests Memory => new(_time);

    private Task<RepeatedEndpoint> StartAsync(SeenRequests? seen, Action<ServerlessOptions>? options = null) => RepeatedEndpoint.StartAsync(seen, options, _time);

    [Fact]
    public async Task A_captured_request_that_is_sent_five_times_charges_once_and_gets_one_answer()
    {
        await using var endpoint = await StartAsync(Memory);
        var captured = endpoint.Capture(Charge);

        var answers = new List<Answer>();
        for (var i = 0; i < 5; i++)
            answers.Add(await endpoint.SendAsync(captured));

        Assert.Equal(1, endpoint.Charges());
        answers[0].MustComplete("\"x\"");
        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task Nothing_is_remembered_unless_the_project_wants_it()
    {
        await using var endpoint = await StartAsync(seen: null);
        var captured = endpoint.Capture(Charge);

        for (var i = 0; i < 5; i++)
            await endpoint.SendAsync(captured);

        Assert.Equal(5, endpoint.Charges());
    }

    [Fact]
    public async Task What_the_signature_does_not_cover_makes_no_other_request()
    {
        await using var endpoint = await StartAsync(Memory);
        var captured = endpoint.Capture(Charge);
        var first = await endpoint.SendAsync(captured);

        Assert.Equal(first, await endpoint.SendAsync(captured, static request => request.Headers.Host = "other.example.com"));
        Assert.Equal(first, await endpoint.SendAsync(captured, static request => request.RequestUri = new Uri("/agnt5/invoke?again=1", UriKind.Relative)));
        Assert.Equal(first, await endpoint.SendAsync(captured, static request => request.Headers.Add("X-AGNT5-Run-ID", "run-2")));
        foreach (var name in captured.Headers.Keys.ToArray())
            captured.Headers[name] = $" \t{captured.Headers[name]} ";
        Assert.Equal(first, await endpoint.SendAsync(captured));
        captured.Headers["X-AGNT5-Signature"] = captured.Headers["X-AGNT5-Signature"]!.Trim().ToUpperInvariant().Replace("SHA256=", "sha256=", StringComparison.Ordinal);
        (await endpoint.SendAsync(captured)).MustBe(HttpStatusCode.Unauthorized, "WORKERLESS_SIGNATURE_INVALID");
        Assert.Equal(1, endpoint.Charges());
    }

    [Fact]
    public async Task A_request_that_was_stamped_ahead_is_remembered_until_its_signature_has_expired()
    {
        var memory = Memory;
        await using var endpoint = await StartAsync(memory);
        var captured = endpoint.Capture(Charge, ahead: TimeSpan.FromMinutes(5));
        var first = await endpoint.SendAsync(captured);

        _time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(first, await endpoint.SendAsync(captured));
        _time.AdvanceMs(1);
        (await endpoint.SendAsync(captured)).MustBe(HttpStatusCode.Unauthorized, "WORKERLESS_SIGNATURE_EXPIRED");

        _time.Advance(TimeSpan.FromMinutes(1));
        await endpoint.SendAsync(endpoint.Capture(Charge));
        Assert.Equal((2, 1), (endpoint.Charges(), memory.Count));
    }

    [Fact]
    public async Task A_copy_whose_body_arrives_after_its_request_was_forgotten_runs_nothing()
    {
        var (memory, timeout) = (Memory, TimeSpan.FromMinutes(20));
        await using var endpoint = await StartAsync(memory, options => options.RequestBodyTimeout = timeout);
        var captured = endpoint.Capture(Charge);
        await endpoint.SendAsync(captured);
        _time.Advance(TimeSpan.FromMinutes(5));

        var copy = await endpoint.SendSlowlyAsync(captured, timeout, async () =>
        {
            _time.Advance(TimeSpan.FromMinutes(2));
            await endpoint.SendAsync(endpoint.Capture("""{"component_type":"workflow","component_name":"charge_card","run_id":"run-2"}"""));
            Assert.Equal(1, memory.Count);
        });

        copy.MustBe(HttpStatusCode.Unauthorized, "WORKERLESS_SIGNATURE_EXPIRED");
        Assert.Equal(1, endpoint.Charges());
    }

    [Fact]
    public async Task A_request_whose_body_arrives_within_half_a_minute_of_its_window_runs()
    {
        var timeout = TimeSpan.FromMinutes(20);
        await using var endpoint = await StartAsync(Memory, options => options.RequestBodyTimeout = timeout);
        var late = endpoint.Capture(Charge, ahead: TimeSpan.FromMinutes(-5));

        var answer = await endpoint.SendSlowlyAsync(late, timeout, () =>
        {
            _time.Advance(TimeSpan.FromSeconds(30));
            return Task.CompletedTask;
        });

        answer.MustComplete("\"x\"");
    }

    [Fact]
    public async Task A_clock_that_is_set_back_for_a_moment_opens_no_second_chance()
    {
        await using var endpoint = await StartAsync(Memory);
        var captured = endpoint.Capture(Charge);
        var first = await endpoint.SendAsync(captured);

        _time.Advance(TimeSpan.FromMinutes(6));
        await endpoint.SendAsync(endpoint.Capture("""{"component_type":"workflow","component_name":"charge_card","run_id":"run-2"}"""));
        _time.SetBack(TimeSpan.FromMinutes(1));

        Assert.Equal(first, await endpoint.SendAsync(captured));
        Assert.Equal(1, endpoint.Charges());
    }

    [Fact]
    public async Task A_resumed_slice_with_the_attempt_id_of_the_last_one_runs()
    {
        await using var endpoint = await StartAsync(Memory);
        const string nap = """{"component_type":"workflow","component_name":"take_signal","run_id":"run-1"}""";

        (await endpoint.SendAsync(endpoint.Capture(nap))).MustBe("suspended");

        (await endpoint.SendAsync(endpoint.Capture(nap.Replace("}", ""","metadata":{"signal_name":"go","signal_payload":"1"}}""", StringComparison.Ordinal)))).MustComplete("1");
    }

    [Fact]
    public async Task A_failed_run_is_retried_by_a_request_that_is_signed_anew_and_by_no_copy()
    {
        await using var endpoint = await StartAsync(Memory);
        const string inVain = """{"component_type":"workflow","component_name":"charge_in_vain","run_id":"run-1"}""";
        var captured = endpoint.Capture(inVain);

        var first = await endpoint.SendAsync(captured);
        Assert.Equal(first, await endpoint.SendAsync(captured));
        first.MustFail("the bank is closed", isFinal: false);

        _time.AdvanceMs(1);
        await endpoint.SendAsync(endpoint.Capture(inVain));
        Assert.Equal(2, endpoint.Charges());
    }

    [Fact]
    public async Task A_copy_that_comes_while_the_request_runs_waits_for_its_answer()
    {
        await using var endpoint = await StartAsync(Memory);
        var captured = endpoint.Capture(SlowCharge);
        var first = endpoint.Hand(captured);
        await endpoint.Gates.WhenReachedAsync("charging");

        Task<Answer>[] copies = [.. Enumerable.Range(0, 20).Select(_ => endpoint.Hand(captured))];
        Assert.DoesNotContain(copies, static copy => copy.IsCompleted);
        endpoint.Gates.Open("charging");

        (await first).MustComplete("1");
        Assert.All(await Task.WhenAll(copies), copy => Assert.Equal(first.Result, copy));
        Assert.Equal(1, endpoint.Charges());
    }

    [Fact]
    public async Task A_caller_whose_connection_broke_gets_what_its_request_did_and_runs_nothing_twice()
    {
        await using var endpoint = await StartAsync(Memory);
        var captured = endpoint.Capture(SlowCharge);
        using var connection = new CancellationTokenSource();
        var first = endpoint.Hand(captured, connection.Token);
        await endpoint.Gates.WhenReachedAsync("charging");
        var second = endpoint.Hand(captured);

        await connection.CancelAsync();

        (await second).MustBe(HttpStatusCode.OK, "WORKERLESS_HANDLER_ERROR");
        Assert.Equal(await first, await second);
        Assert.Equal(await first, await endpoint.Hand(captured));
        Assert.Equal(1, endpoint.Charges());
    }

    [Fact]
    public async Task A_copy_whose_caller_leaves_disturbs_nobody()
    {
        await using var endpoint = await StartAsync(Memory);
        var captured = endpoint.Capture(SlowCharge);
        var first = endpoint.Hand(captured);
        await endpoint.Gates.WhenReachedAsync("charging");
        using var connection = new CancellationTokenSource();
        var copy = endpoint.Hand(captured, connection.Token);

        await connection.CancelAsync();
        (await copy).MustBe(HttpStatusCode.BadRequest, "WORKERLESS_INVALID_REQUEST");
        endpoint.Gates.Open("charging");

        (await first).MustComplete("1");
    }

    [Fact]
    public async Task A_request_is_known_by_whichever_secret_signed_it()
    {
        const string previous = "the-previous-secret";
        await using var endpoint = await StartAsync(Memory, static options =>
        {
            options.SigningSecret = null;
            options.SigningSecretResolver = static _ => new([TestEndpoint.Secret, previous]);
        });
        var captured = endpoint.Capture(Charge, secret: previous);

        Assert.Equal(await endpoint.SendAsync(captured), await endpoint.SendAsync(captured));
        Assert.Equal(1, endpoint.Charges());
    }

    [Fact]
    public async Task Requests_that_nobody_signed_are_not_remembered()
    {
        var memory = Memory;
        await using var unsigned = await StartAsync(memory, static options =>
        {
            options.SigningSecret = null;
            options.AllowUnsigned = options.IsDevelopment = true;
        });
        var copied = unsigned.Capture(Charge);
        await unsigned.SendAsync(copied);
        await unsigned.SendAsync(copied);

        await using var signed = await StartAsync(memory);
        (await signed.SendAsync(signed.Capture(Charge, secret: "another secret"))).MustBe(HttpStatusCode.Unauthorized, "WORKERLESS_SIGNATURE_INVALID");

        Assert.Equal((2, 0), (unsigned.Charges(), memory.Count));
    }
}
