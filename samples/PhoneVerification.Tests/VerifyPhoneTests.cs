using System.Text.Json;
using Agnt5.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace PhoneVerification.Tests;

public sealed class VerifyPhoneTests
{
    private const string Number = "+4915112345678";

    private readonly SentTexts _sms = new();

    [Fact]
    public async Task The_right_code_verifies_the_phone()
    {
        await using var agnt5 = await StartAsync();
        var run = await agnt5.VerifyPhone(Number);
        await run.WaitForSignalWaitAsync();

        await EnterAsync(run, _sms.Code);

        Assert.Equal(new Verification("verified", 1), await run.OutputAsync());
    }

    [Fact]
    public async Task A_person_may_err_three_times()
    {
        await using var agnt5 = await StartAsync();
        var run = await agnt5.VerifyPhone(Number);
        await run.WaitForSignalWaitAsync();

        foreach (var code in new[] { "", "12345", "one two", _sms.Code })
            await EnterAsync(run, code);

        Assert.Equal(new Verification("verified", 4), await run.OutputAsync());
    }

    [Fact]
    public async Task Four_wrong_codes_lock_it_and_the_right_one_comes_too_late()
    {
        await using var agnt5 = await StartAsync();
        var run = await agnt5.VerifyPhone(Number);
        await run.WaitForSignalWaitAsync();

        foreach (var code in new[] { "1", "2", "3", "4" })
            await EnterAsync(run, code);

        Assert.Equal(new Verification("locked", 4), await run.OutputAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => EnterAsync(run, _sms.Code));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"code":null}""")]
    [InlineData("""{"code":123456}""")]
    [InlineData("""["123456"]""")]
    public async Task A_signal_that_brings_no_code_is_a_wrong_code_and_does_not_end_the_run(string payload)
    {
        await using var agnt5 = await StartAsync();
        var run = await agnt5.VerifyPhone(Number);
        await run.WaitForSignalWaitAsync();

        await run.SignalAsync("code", JsonSerializer.Deserialize<JsonElement>(payload));
        await EnterAsync(run, _sms.Code);

        Assert.Equal(new Verification("verified", 2), await run.OutputAsync());
    }

    [Theory]
    [InlineData("+49 151 12345678")]
    [InlineData("015112345678")]
    [InlineData("+4915112345678 ")]
    public async Task A_number_in_another_form_gets_no_message_so_that_a_phone_has_one_limit(string number)
    {
        await using var agnt5 = await StartAsync();

        var run = await agnt5.VerifyPhone(number);

        Assert.Equal("WORKERLESS_INPUT_INVALID", (await run.FailureAsync()).Code);
        Assert.Empty(_sms.Texts);
    }

    [Fact]
    public async Task One_timer_counts_for_all_attempts()
    {
        await using var agnt5 = await StartAsync();
        var run = await agnt5.VerifyPhone(Number);

        await agnt5.AdvanceAsync(seconds: 40);
        await EnterAsync(run, "1");
        await agnt5.AdvanceAsync(seconds: 40);
        await EnterAsync(run, "2");
        await agnt5.AdvanceAsync(seconds: 10);

        Assert.Equal(new Verification("expired", 2), await run.OutputAsync());
    }

    [Fact]
    public async Task The_code_is_good_until_the_last_second()
    {
        await using var agnt5 = await StartAsync();
        var run = await agnt5.VerifyPhone(Number);

        await agnt5.AdvanceAsync(seconds: 89);
        await EnterAsync(run, _sms.Code);

        Assert.Equal("verified", (await run.OutputAsync()).Status);
    }

    [Fact]
    public async Task Codes_that_are_guessed_before_the_message_is_out_count_as_attempts()
    {
        await using var agnt5 = await StartAsync();
        using var held = agnt5.HoldStep("send_code");
        var run = await agnt5.VerifyPhone(Number);
        await held.WaitAsync();
        await EnterAsync(run, "1");
        await EnterAsync(run, "2");
        held.Release();

        Assert.Equal("attempt_3", (await run.WaitForSignalWaitAsync()).Step);
        await EnterAsync(run, _sms.Code);

        Assert.Equal(new Verification("verified", 3), await run.OutputAsync());
    }

    [Fact]
    public async Task When_sending_is_tried_again_the_person_gets_the_same_code()
    {
        _sms.LostAnswers = 2;
        await using var agnt5 = await StartAsync();
        var run = await agnt5.VerifyPhone(Number);
        while (run.Pause is not TestSignalWait)
            await agnt5.AdvanceToNextAsync();

        Assert.Equal(3, _sms.Texts.Count);
        Assert.Single(_sms.Texts.Distinct());
    }

    [Fact]
    public async Task The_fourth_request_of_an_hour_sends_no_message()
    {
        await using var agnt5 = await StartAsync();
        for (var i = 0; i < 3; i++)
            await (await agnt5.VerifyPhone(Number)).WaitForRestAsync();

        var fourth = await agnt5.VerifyPhone(Number);
        var other = await agnt5.VerifyPhone("+4915187654321");
        await other.WaitForSignalWaitAsync();
        await agnt5.AdvanceAsync(hours: 1);
        await (await agnt5.VerifyPhone(Number)).WaitForSignalWaitAsync();

        Assert.Equal("RATE_LIMITED", (await fourth.FailureAsync()).Code);
        Assert.Equal(5, _sms.Texts.Count);
    }

    [Fact]
    public async Task Where_the_timer_does_not_wake_the_run_a_late_code_does_not_count()
    {
        await using var agnt5 = await StartAsync(new Agnt5TestOptions { WakeBesideWaits = false });
        var run = await agnt5.VerifyPhone(Number);

        await agnt5.AdvanceAsync(minutes: 4);
        await EnterAsync(run, _sms.Code);

        Assert.Equal(new Verification("expired", 0), await run.OutputAsync());
    }

    [Fact]
    public async Task Where_the_timer_does_not_wake_the_run_AGNT5_ends_it_after_five_minutes()
    {
        await using var agnt5 = await StartAsync(new Agnt5TestOptions { WakeBesideWaits = false });
        var run = await agnt5.VerifyPhone(Number);

        await agnt5.AdvanceAsync(minutes: 5);

        Assert.Equal("WAIT_TIMEOUT", (await run.FailureAsync()).Code);
    }

    private static Task EnterAsync(TestRun run, string code) => run.SignalAsync("code", JsonSerializer.SerializeToElement(new { code }));

    private Task<LocalAgnt5> StartAsync(Agnt5TestOptions? options = null) =>
        LocalAgnt5.StartAsync(Agnt5Components.Catalog, services => services.AddSingleton<ISms>(_sms), options);
}
