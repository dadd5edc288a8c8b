using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>What the record of a reply says beside the reply's own members.</summary>
internal static class ModelReply
{
    /// <summary>The property of a call whose arguments could not be read.</summary>
    public const string InvalidArguments = "agnt5.invalid_arguments";

    private const string Unfinished = "agnt5.unfinished";

    // The words of the reader for a text without JSON. Where nothing is known of them, no arguments count as blank: a call must not run without the arguments that it was given.
    private static readonly string NoJson = ProblemOfNoJson();

    public static JsonTypeInfo<ChatResponse> TypeInfo { get; } = (JsonTypeInfo<ChatResponse>)AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(ChatResponse));

    /// <summary>The problem with the recorded arguments of a call that the client could not read, or <see langword="null"/>.</summary>
    public static string? InvalidArgumentsOf(FunctionCallContent call) => call.AdditionalProperties?.TryGetValue(InvalidArguments, out var problem) == true ? problem?.ToString() : null;

    /// <summary>The problem with the arguments of a live call, or <see langword="null"/>. Blank arguments are none, and no problem.</summary>
    public static string? FindInvalidArguments(FunctionCallContent call)
    {
        for (var cause = call.Exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is JsonException && NoJson.Length > 0 && cause.Message.StartsWith(NoJson, StringComparison.Ordinal))
                return null;
        }

        return call.Exception?.Message;
    }

    /// <summary>Whether the stream of a recorded reply ended without saying that it was finished.</summary>
    public static bool IsUnfinished(ChatResponse recorded) => recorded.AdditionalProperties?.ContainsKey(Unfinished) == true;

    public static void MarkUnfinished(ChatResponse recorded) => recorded.AdditionalProperties = new() { [Unfinished] = true };

    /// <summary>The usage, or <see langword="null"/> when the provider gave none. Some clients give zeros then, but no call takes no tokens.</summary>
    public static UsageDetails? KnownUsage(UsageDetails? usage) =>
        usage is null || (usage.InputTokenCount ?? 0, usage.OutputTokenCount ?? 0, usage.TotalTokenCount ?? 0) == (0, 0, 0) ? null : usage;

    private static string ProblemOfNoJson()
    {
        try
        {
            JsonDocument.Parse("").Dispose();
            return "";
        }
        catch (JsonException none)
        {
            // What follows is the position.
            return none.Message.Split(" LineNumber:")[0];
        }
    }
}
