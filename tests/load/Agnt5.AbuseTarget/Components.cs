using System.ComponentModel.DataAnnotations;
using System.Numerics;
using System.Text.Json;
using Agnt5;

namespace Agnt5.AbuseTarget;

public sealed record Person(string Name, int Age);

public sealed record Matched([property: RegularExpression("^(?=([a-z]+-?)+$).*$")] string Text);

/// <summary>One component for each kind of work that an input can ask for.</summary>
public static class Components
{
    [Workflow]
    public static string Hello(string name) => $"hello {name}";

    [Workflow]
    public static async Task<int> FanOut(WorkflowContext ctx, IReadOnlyList<string> ids) =>
        (await Task.WhenAll(ids.Select(id => ctx.StepAsync("visit", async () =>
        {
            await Task.Yield();
            return 1;
        }, new StepOptions { Key = id })))).Length;

    [Function]
    public static int ReadAnything([Input] JsonElement value) => (int)value.ValueKind;

    [Function]
    public static string ReadPerson(Person person) => person.Name;

    [Function]
    public static int CountNumbers([Input] HashSet<long> numbers) => numbers.Count;

    [Function]
    public static int CountOwners([Input] Dictionary<Guid, int> owners) => owners.Count;

    [Function]
    public static int CountMatches([Input] IReadOnlyList<Matched> texts) => texts.Count;

    [Function]
    public static bool IsEven([Input] BigInteger number) => number.IsEven;
}

public static partial class Agents
{
    [Agent("helper", Model = "echo", Instructions = "Answer briefly.")]
    public static partial Task<string> Helper(AgentContext ctx, string message);
}
