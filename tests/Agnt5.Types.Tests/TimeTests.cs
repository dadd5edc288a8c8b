using System.Text.Json;

namespace Agnt5.Types.Tests;

/// <summary>Callers and models write times as RFC 3339 and the formats of JSON Schema allow them, not only as System.Text.Json does.</summary>
public sealed class TimeTests : IAsyncLifetime
{
    private readonly CorpusClient _client = new();

    [Theory]
    [InlineData("12:30:00", "12:30:00")]
    [InlineData("12:30:00.5", "12:30:00.5000000")]
    [InlineData("12:30:00Z", "12:30:00")]
    [InlineData("12:30:00z", "12:30:00")]
    [InlineData("12:30:00.123456789Z", "12:30:00.1234567")]
    [InlineData("12:30:00+02:00", "12:30:00")]
    [InlineData("23:59:59.9999999-23:59", "23:59:59.9999999")]
    public async Task A_time_of_day_with_an_offset_is_the_time_on_the_clock(string time, string expected)
    {
        Assert.Equal(expected, await OutputAsync("time_only_value", time));
        Assert.Equal($$"""{"{{expected}}":1}""", await RawOutputAsync("key_of_time_only", $$"""{"{{time}}":1}"""));
    }

    [Theory]
    [InlineData("2026-09-01T12:30:00Z", "2026-09-01T12:30:00Z", "2026-09-01T12:30:00+00:00")]
    [InlineData("2026-09-01t12:30:00z", "2026-09-01T12:30:00Z", "2026-09-01T12:30:00+00:00")]
    [InlineData("2026-09-01 12:30:00Z", "2026-09-01T12:30:00Z", "2026-09-01T12:30:00+00:00")]
    [InlineData("2026-09-01t12:30:00.123456789012345678901234567890z", "2026-09-01T12:30:00.1234567Z", "2026-09-01T12:30:00.1234567+00:00")]
    public async Task A_moment_may_have_small_letters_and_any_number_of_digits(string time, string moment, string momentWithOffset)
    {
        Assert.Equal(moment, await OutputAsync("date_time_value", time));
        Assert.Equal($$"""{"{{moment}}":1}""", await RawOutputAsync("key_of_date_time", $$"""{"{{time}}":1}"""));
        Assert.Equal(momentWithOffset, await OutputAsync("date_time_offset_value", time));
        Assert.Equal($$"""{"{{momentWithOffset}}":1}""", await RawOutputAsync("key_of_date_time_offset", $$"""{"{{time}}":1}"""));
    }

    [Fact]
    public async Task A_moment_without_an_offset_stays_without_one()
    {
        Assert.Equal("2026-09-01T12:30:00", await OutputAsync("date_time_value", "2026-09-01T12:30:00"));
        Assert.Equal("""{"2026-09-01T12:30:00":1}""", await RawOutputAsync("key_of_date_time", """{"2026-09-01T12:30:00":1}"""));
    }

    [Theory]
    [InlineData("time_only_value", "\"noon\"", "$: expected string like 12:30:00, got \"noon\"")]
    [InlineData("time_only_value", "\"12:30\"", "$: expected string like 12:30:00, got \"12:30\"")]
    [InlineData("time_only_value", "\"24:00:00\"", "$: expected string like 12:30:00, got \"24:00:00\"")]
    [InlineData("time_only_value", "\"12:30:00+24:00\"", "$: expected string like 12:30:00, got \"12:30:00+24:00\"")]
    [InlineData("time_only_value", "\"1.02:03:04\"", "$: expected string like 12:30:00, got \"1.02:03:04\"")]
    [InlineData("time_only_value", "\"-12:30:00\"", "$: expected string like 12:30:00, got \"-12:30:00\"")]
    [InlineData("time_only_value", "7", "$: expected string like 12:30:00, got 7")]
    [InlineData("date_time_value", "\"tomorrow\"", "$: expected string of format date-time, like 2030-01-31T12:30:00Z, got \"tomorrow\"")]
    [InlineData("date_time_value", "7", "$: expected string of format date-time, like 2030-01-31T12:30:00Z, got 7")]
    [InlineData("date_time_offset_value", "\"2026-13-01T00:00:00Z\"", "$: expected string of format date-time, like 2030-01-31T12:30:00Z, got \"2026-13-01T00:00:00Z\"")]
    [InlineData("date_only_value", "\"today\"", "$: expected string of format date, like 2030-01-31, got \"today\"")]
    [InlineData("guid_value", "\"7\"", "$: expected string of format uuid, like 0f8fad5b-d9cb-469f-a165-70867728950e, got \"7\"")]
    [InlineData("key_of_time_only", """{"noon":1}""", "$.noon: expected a name that is string like 12:30:00")]
    public async Task A_refused_time_says_what_form_it_wants(string component, string input, string message) =>
        Assert.Equal(message, (await _client.InvokeAsync(component, input)).ErrorMessage);

    // The reader of times copies at most so much, and a caller may send more.
    [Fact]
    public async Task A_text_of_any_length_is_no_time() =>
        Assert.Equal("WORKERLESS_INPUT_INVALID", (await _client.InvokeAsync("time_only_value", $"\"12:30:00.{new string('0', 100_000)}\"")).ErrorCode);

    private async Task<string?> OutputAsync(string component, string text) => JsonSerializer.Deserialize<string>(await RawOutputAsync(component, JsonSerializer.Serialize(text)));

    private async Task<string> RawOutputAsync(string component, string input)
    {
        var answer = await _client.InvokeAsync(component, input);
        Assert.True(answer.IsCompleted, answer.Text);
        return answer.Output;
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _client.DisposeAsync();
}
