using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace SupportAgent.Models;

/// <summary>The answers of the desk's agents without a real model: the first rule that applies decides.</summary>
internal static partial class SupportRules
{
    public static IReadOnlyList<Func<Conversation, IList<AIContent>?>> All { get; } = [LookAt, Sort, Report, Apologize, QuoteRules, PayBack, HandOver, AskForRules, LookUp, Introduce];

    private static IList<AIContent>? LookAt(Conversation about) =>
        about.Photos is [var photo, ..] ? Say($"Your photo has come ({photo.MediaType}, {photo.Data.Length} bytes). Rules see nothing on it, so a person of our shop looks at it today.") : null;

    private static IList<AIContent>? Sort(Conversation about)
    {
        if (!about.WantsJson)
            return null;

        var topic = about.Says("refund", "money", "pay") ? "Refund" : about.Says("where", "arrive") ? "Delivery" : "Other";
        var urgent = about.Says("urgent", "today") ? "true" : "false";
        var order = Orders(about.Question) is [var first, ..] ? $"\"{first}\"" : "null";
        return Say($$"""{"topic":"{{topic}}","isUrgent":{{urgent}},"orderId":{{order}}}""");
    }

    private static IList<AIContent>? Report(Conversation about) =>
        about.Results.Count > 0 && !about.Instructions.Contains("You calm", StringComparison.Ordinal) ? Say(string.Join(' ', about.Results.Select(Describe))) : null;

    private static IList<AIContent>? Apologize(Conversation about) =>
        about.Instructions.Contains("You calm", StringComparison.Ordinal) ? Say("I am very sorry. A person of our shop calls you today.") : null;

    private static IList<AIContent>? QuoteRules(Conversation about) =>
        about.Instructions.Contains("You know the shop's rules", StringComparison.Ordinal)
            ? Say(about.Says("back", "return") ? "You can send goods back within 30 days." : "Orders are delivered within three days.")
            : null;

    private static IList<AIContent>? PayBack(Conversation about) =>
        about.Tools.Contains("refund") && about.Says("refund", "money back", "pay back") && Orders(about.Question) is [var order, ..] ? [Call("refund", "orderId", order)] : null;

    private static IList<AIContent>? HandOver(Conversation about) =>
        about.Tools.Contains("transfer_to_complaints") && about.Says("angry", "outrage", "never again") ? [new FunctionCallContent("call-transfer", "transfer_to_complaints")] : null;

    private static IList<AIContent>? AskForRules(Conversation about) =>
        about.Tools.Contains("policy") && about.Says("rule", "return", "how long") ? [Call("policy", "message", about.Question)] : null;

    // All of them in one reply, so that they are looked up at the same time.
    private static IList<AIContent>? LookUp(Conversation about) =>
        about.Tools.Contains("lookup_order") && Orders(about.Question) is { Count: > 0 } orders ? [.. orders.Select(static order => Call("lookup_order", "orderId", order))] : null;

    private static IList<AIContent>? Introduce(Conversation about) =>
        Say("I can tell you about the orders o-1, o-2 and o-3, and about our rules. I can also give you your money back, once a person agrees.");

    // A model is told the result of a tool as a text of JSON, or why there is none.
    private static string Describe(object? result) => result switch
    {
        string text when text.StartsWith('{') => Describe(JsonSerializer.Deserialize(text, AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonElement)))),
        JsonElement { ValueKind: JsonValueKind.Object } order when order.TryGetProperty("status", out var status) => $"Order {order.GetProperty("id")} is {status}.",
        JsonElement { ValueKind: JsonValueKind.Object } refund when refund.TryGetProperty("amount", out var amount) => $"You get {amount} euros back for order {refund.GetProperty("orderId")}.",
        _ => $"{result}",
    };

    private static List<string> Orders(string text) => [.. OrderNumber().Matches(text).Select(static match => match.Value).Distinct()];

    private static List<AIContent> Say(string text) => [new TextContent(text)];

    private static FunctionCallContent Call(string tool, string parameter, string value) => new($"call-{tool}-{value}", tool, new Dictionary<string, object?> { [parameter] = value });

    [GeneratedRegex(@"\bo-\d+\b")]
    private static partial Regex OrderNumber();
}
