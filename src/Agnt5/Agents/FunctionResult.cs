using System.Text.Json;
using Agnt5.Execution;
using Agnt5.Json;
using Agnt5.Primitives;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>Makes the record of what a function of the app returned.</summary>
internal static class FunctionResult
{
    /// <param name="result">What the function returned.</param>
    /// <param name="function">The function.</param>
    /// <returns>The record, undefined when there is no result.</returns>
    /// <exception cref="ReportedFailureException">The result says that the function failed.</exception>
    public static JsonElement ToRecord(object? result, AIFunction function) => result switch
    {
        null => default,
        AIContent or IEnumerable<AIContent> => ToolRecord.OfContents(result, function.Name),
        JsonElement json when McpResult.IsOf(function) && McpResult.Find(json, function.Name) is { } contents => ToolRecord.OfContents(contents, function.Name),
        JsonElement json => ToolRecord.Of(WireText.Repair(json)),
        _ => ToolRecord.Of(Serialize(result, function)),
    };

    private static JsonElement Serialize(object result, AIFunction function)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(result, function.JsonSerializerOptions.GetTypeInfo(result.GetType()));
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = JsonDepth.Most });
        return document.RootElement.Clone();
    }
}
