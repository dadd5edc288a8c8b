using Agnt5.Analyzers.Tests.Verification;
using Agnt5.Tests.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Tests;

/// <summary>Every number that a declaration takes has its own range, or none on purpose. A range belongs to attribute and argument, not to a name that two attributes share.</summary>
public sealed class ValueRangeTests
{
    private const string FarBelow = "-1000000";

    /// <summary>Numbers that may be anything, with the reason.</summary>
    private static readonly Dictionary<string, string> Unlimited = new()
    {
        ["Component.Priority"] = "Any number is a priority.",
        ["Priority.number"] = "Any number is a priority.",
        ["Batch.MaxSize"] = "AGT3001 removes the attribute, so its values need no correction, although [Throttle] has a WindowMs too.",
        ["Batch.WindowMs"] = "As MaxSize.",
        ["EventTrigger.BatchWindowMs"] = "AGT3010 removes the value.",
    };

    private static readonly DeclaredArgument[] Numbers =
    [
        .. DeclaredArgument.All.Where(static argument => argument.Type == typeof(int) || argument.Type == typeof(long) || argument.Type == typeof(double))
            // Step policies stand on the assembly alone. AGT4025 checks their numbers.
            .Where(static argument => argument.AttributeName != "StepPolicy"),
    ];

    private static readonly Lazy<Task<HashSet<string>>> OutOfRange = new(FindAsync);

    public static TheoryData<string> Declared => [.. Numbers.Select(static argument => argument.Id)];

    [Theory]
    [MemberData(nameof(Declared))]
    public async Task A_number_has_the_range_of_its_own_attribute_or_none_on_purpose(string id)
    {
        var argument = Numbers.Single(number => number.Id == id);
        var isReported = (await OutOfRange.Value).Contains(id);

        Assert.True(
            isReported == (argument.FindIn(Unlimited) is null),
            isReported
                ? $"[{id}] is said to take any number, and {FarBelow} is reported: see generators/Shared/FlowControl/ValueRanges.cs."
                : $"[{id}] takes {FarBelow} without a word. Give it a range in generators/Shared/FlowControl/ValueRanges.cs, or list it in {nameof(ValueRangeTests)} with the reason.");
    }

    [Fact]
    public void The_list_names_nothing_that_is_gone() =>
        Assert.Empty(Unlimited.Keys.Except(Numbers.SelectMany(static argument => new[] { argument.Id, argument.DeclaredId })));

    // All in one compilation: each attribute stands on a method that has its name.
    private static async Task<HashSet<string>> FindAsync()
    {
        var source = $"public static class Orders\n{{\n{string.Join("\n", Numbers.Select(Method))}\n}}";
        var findings = await CompilerRun.AnalyzeAsync(CompilerRun.Compile(source));
        return [.. findings.Where(static finding => finding.Id == "AGT3002").Select(finding => Numbers[LineOf(finding) - 2].Id)];
    }

    private static int LineOf(Diagnostic finding) => finding.Location.GetLineSpan().StartLinePosition.Line;

    private static string Method(DeclaredArgument argument)
    {
        var isComponent = argument.Attribute.IsSubclassOf(typeof(ComponentAttribute));
        var periods = argument.AttributeName is "Throttle" or "RateLimit" && argument.Name is not ("PeriodMs" or "WindowMs") ? "PeriodMs = 1" : "";
        var attribute = argument.Write(FarBelow, static parameter => parameter.ParameterType == typeof(string) ? $"\"{(parameter.Name == "source" ? "stripe" : "a")}\"" : "1", periods);
        return $"    [{(isComponent ? "" : "Workflow, ")}{attribute}] public static {(argument.AttributeName == "Agent" ? "string" : "void")} "
            + $"{argument.Id.Replace('.', '_')}({(argument.AttributeName == "Agent" ? "string message" : "")}) {(argument.AttributeName == "Agent" ? "=> message;" : "{ }")}";
    }
}
