using System.Text.Json.Nodes;
using Agnt5.Lambda.Tests.Emulation;

namespace Agnt5.Lambda.Tests;

/// <summary>The log of a function is what its logging configuration asks for, with the request id by which AWS finds the lines of an event.</summary>
public sealed class LogTests
{
    [Fact]
    public async Task A_line_of_JSON_has_the_members_that_AWS_searches()
    {
        await using var function = await TestFunction.StartAsync(variables: static name => name == "AWS_LAMBDA_LOG_FORMAT" ? "JSON" : null);

        await function.Aws.InvokeAsync("[]");

        var line = JsonNode.Parse(Assert.Single(function.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries)))!;
        Assert.Equal("ERROR", line["level"]!.GetValue<string>());
        Assert.True(Guid.TryParse(line["requestId"]!.GetValue<string>(), out _));
        Assert.EndsWith("Z", line["timestamp"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("no HTTP request", line["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_is_one_entry_of_the_log()
    {
        await using var function = await TestFunction.StartAsync(static _ => throw new InvalidOperationException("first line\nsecond line"));

        await function.EndAsync();

        var line = Assert.Single(function.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("first line\rsecond line", line, StringComparison.Ordinal);
        Assert.Contains("\tFATAL\t", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_in_JSON_has_its_type_and_its_stack()
    {
        await using var function = await TestFunction.StartAsync(
            static _ => throw new InvalidOperationException("first line\nsecond line"), static name => name == "AWS_LAMBDA_LOG_FORMAT" ? "JSON" : null);

        await function.EndAsync();

        var line = JsonNode.Parse(Assert.Single(function.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries)))!;
        Assert.Equal("System.InvalidOperationException", line["errorType"]!.GetValue<string>());
        Assert.Equal("first line\nsecond line", line["errorMessage"]!.GetValue<string>());
        Assert.Contains(nameof(An_exception_in_JSON_has_its_type_and_its_stack), line["stackTrace"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FATAL", false)]
    [InlineData("ERROR", true)]
    [InlineData("debug", true)]
    [InlineData(null, true)]
    public async Task Lines_below_the_level_of_the_function_are_left_out(string? level, bool isWritten)
    {
        await using var function = await TestFunction.StartAsync(variables: name => name == "AWS_LAMBDA_LOG_LEVEL" ? level : null);

        await function.Aws.InvokeAsync("[]");

        Assert.Equal(isWritten, function.Log.Length > 0);
    }
}
