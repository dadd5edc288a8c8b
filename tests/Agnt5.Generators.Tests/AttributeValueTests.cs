using System.Collections;
using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Agnt5.Generators.Tests.Harness;
using Agnt5.Tests.Shared;

namespace Agnt5.Generators.Tests;

/// <summary>No attribute takes a value that then goes nowhere: each is in the manifest, or stands on a list that says where it goes instead.</summary>
public sealed class AttributeValueTests
{
    private const string PlainText = "distinct.value";
    private const int PlainNumber = 73;

    /// <summary>Values that an agent's loop reads at run time, from the agent's definition under the same name.</summary>
    private static readonly HashSet<string> InAgentDefinition =
    [
        "Agent.Instructions", "Agent.InstructionsFile", "Agent.InstructionsMethod", "Agent.Tools", "Agent.Handoffs", "Agent.MaxIterations", "Agent.Temperature", "Agent.MaxOutputTokens",
        "Agent.MaxTurnTokens", "Agent.MaxToolCalls", "Agent.ToolErrors", "Agent.MaxHistoryMessages",
    ];

    /// <summary>Values that a rule rejects, since AGNT5 refuses or skips them. A component with such a value is in no manifest.</summary>
    private static readonly Dictionary<string, string> Rejected = new()
    {
        ["Priority.Expression"] = "AGT3005",
        ["Singleton.Mode = SingletonMode.Skip"] = "AGT3006",
        ["Singleton.Mode = SingletonMode.Cancel"] = "AGT3006",
        ["Batch.MaxSize"] = "AGT3001",
        ["Batch.WindowMs"] = "AGT3001",
        ["Batch.Key"] = "AGT3001",
        ["Batch.KeyExpression"] = "AGT3001",
        ["EventTrigger.InputMapping"] = "AGT3010",
        ["EventTrigger.Delay"] = "AGT3010",
        ["EventTrigger.BatchWindowMs"] = "AGT3010",
    };

    /// <summary>Values that take effect elsewhere, with the tests that show it.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new()
    {
        ["EventTrigger.Filter"] = "The endpoint calls it before a run begins: FilterTests of the endpoint.",
        ["StepPolicy.name"] = "Steps take the policy by it at run time: StepPolicyTests of the endpoint, and so for its values.",
        ["StepPolicy.MaxAttempts"] = "As name.",
        ["StepPolicy.InitialIntervalMs"] = "As name.",
        ["StepPolicy.MaxIntervalMs"] = "As name.",
        ["StepPolicy.Backoff"] = "As name.",
        ["Agnt5Json.namingPolicy"] = "It names the members in every schema: NamingPolicyTests.",
    };

    /// <summary>The values that rules take, where not any will do.</summary>
    private static readonly Dictionary<string, string> Values = new()
    {
        ["KeyedPolicy.KeyExpression"] = "\"input.account\"",
        ["Cron.expression"] = "\"7 3 * * *\"",
        ["OnWebhook.source"] = "\"slack\"",
        ["EventTrigger.Filter"] = "nameof(IsMeant)",
        ["Agent.InstructionsMethod"] = "nameof(Instruct)",
        ["Agent.Tools"] = $"new[] {{ \"{PlainText}\" }}",
        ["Agent.Handoffs"] = $"new[] {{ \"{PlainText}\" }}",
    };

    private static readonly IReadOnlyList<Case> Cases = [.. DeclaredArgument.All.Where(static argument => !Elsewhere.ContainsKey(argument.Id)).SelectMany(CasesOf)];

    private static readonly Lazy<BuiltProject> Built = new(Build);

    private static readonly Lazy<JsonArray> Manifest = new(ReadManifest);

    /// <summary>The manifest's entries, which have together all that attributes can say.</summary>
    internal static IEnumerable<JsonNode> Entries => Manifest.Value.OfType<JsonNode>();

    public static TheoryData<string> InManifest => [.. Cases.Where(static written => !IsListed(written)).Select(static written => written.Id)];

    public static TheoryData<string> Defined => [.. Cases.Where(static written => InAgentDefinition.Contains(written.Argument.Id)).Select(static written => written.Id)];

    public static TheoryData<string> Refused => [.. Cases.Where(static written => RuleOf(written) is not null).Select(static written => written.Id)];

    [Theory]
    [MemberData(nameof(InManifest))]
    public void What_a_declaration_says_reaches_the_manifest(string id)
    {
        var written = Find(id);

        Assert.True(
            Entry(written) is not null,
            $"{id}: a rule keeps [{written.Attribute}] out of the manifest. Give a value to 'Values' of {nameof(AttributeValueTests)} that the rules take, or list it with the rule.");
        Assert.True(
            Leaves(Entry(written)).Any(leaf => leaf.Contains(written.Expected, StringComparison.Ordinal)),
            $"{id}: [{written.Attribute}] is declared, and '{written.Expected}' is not in the manifest: {Entry(written)!.ToJsonString()}. {WhereToAdd(written.Argument)}");
    }

    [Theory]
    [MemberData(nameof(Defined))]
    public void What_an_agent_is_told_reaches_its_definition(string id)
    {
        var written = Find(id);
        var definition = Built.Value.Catalog.Components.Single(component => component.Name == written.Component).Agent!;
        var property = definition.GetType().GetProperty(written.Argument.Name);

        Assert.True(property is not null, $"{id}: give AgentDefinition a property of this name, and add it to 'Settings' in Parsing/AgentParser.cs.");
        var value = property.GetValue(definition);
        Assert.True(
            value is Delegate || (value is IEnumerable and not string ? ((IEnumerable)value).Cast<object>() : [value!]).Any(part => Text(part) == written.Expected),
            $"{id}: [{written.Attribute}] is declared, and the definition has '{value}'. Add it to 'Settings' in Parsing/AgentParser.cs.");
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_AGNT5_would_refuse_keeps_its_component_out(string id)
    {
        var written = Find(id);

        Assert.True(Entry(written) is null, $"{id}: [{written.Attribute}] is in the manifest, so {RuleOf(written)} does not reject it any more. Take it off the list.");
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_exists_to_be_rejected_is_not_offered_and_its_documentation_names_the_rule(string id)
    {
        var written = Find(id);
        MemberInfo member = written.Argument.Attribute == typeof(BatchAttribute) ? typeof(BatchAttribute)
            : written.Argument.Type.IsEnum ? written.Argument.Type.GetField(written.Value.Split('.')[1])!
            : written.Argument.Declaring.GetProperty(written.Argument.Name)!;
        var name = member is Type ? $"T:{member}" : $"{(member is FieldInfo ? 'F' : 'P')}:{member.DeclaringType}.{member.Name}";
        var documentation = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Agnt5.xml")).Descendants("member").Single(entry => (string?)entry.Attribute("name") == name).Value;

        Assert.Equal(EditorBrowsableState.Never, member.GetCustomAttribute<EditorBrowsableAttribute>()?.State);
        Assert.Contains(RuleOf(written)!, documentation, StringComparison.Ordinal);
    }

    [Fact]
    public void The_lists_name_nothing_that_is_gone()
    {
        var known = Cases
            .SelectMany(static written => new[] { written.Id, written.Argument.Id, written.Argument.DeclaredId })
            .Concat(DeclaredArgument.All.SelectMany(static argument => new[] { argument.Id, argument.DeclaredId }))
            .ToHashSet();

        Assert.Empty(InAgentDefinition.Concat(Rejected.Keys).Concat(Elsewhere.Keys).Concat(Values.Keys).Except(known));
    }

    private static IEnumerable<Case> CasesOf(DeclaredArgument argument)
    {
        if (argument.FindIn(Values) is { } value)
            return [new(argument, argument.Id, value, value.Split('"', '(', ')')[1])];
        if (argument.Type.IsEnum)
            return Enum.GetNames(argument.Type).Select(member => new Case(argument, $"{argument.Id} = {argument.Type.Name}.{member}", $"{argument.Type.Name}.{member}", member.ToLowerInvariant()));
        var plain = argument.Type == typeof(string) ? PlainText : argument.Type == typeof(bool) ? "true" : argument.Type == typeof(double) ? "1.25" : $"{PlainNumber}";
        return [new(argument, argument.Id, argument.Type == typeof(string) ? $"\"{plain}\"" : plain, plain)];
    }

    private static BuiltProject Build() => new ProjectUnderTest($$"""
        using System.Text.Json;
        using System.Threading.Tasks;
        using Agnt5;
        namespace My.App;

        public static class Declared
        {
            public static bool IsMeant(JsonElement payload) => true;
            public static string Instruct() => "";

            {{string.Join("\n", Cases.Select(static written => written.Source))}}
        }
        """).Build();

    // From the assembly itself, as the build reads it: an endpoint would first ask for the models of the agents.
    private static JsonArray ReadManifest()
    {
        var document = Built.Value.Assembly.GetTypes().Single(static type => type.Name == "Agnt5ManifestDocument");
        return JsonNode.Parse((string)document.GetField("Json")!.GetRawConstantValue()!)!["components"]!.AsArray();
    }

    private static JsonNode? Entry(Case written) =>
        Manifest.Value.SingleOrDefault(entry => (string?)entry!["name"] == written.Component && (string?)entry["type"] == written.ComponentType);

    private static IEnumerable<string> Leaves(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(static member => Leaves(member.Value)),
        JsonArray items => items.SelectMany(Leaves),
        null => [],
        _ => [node.ToString()],
    };

    private static string Text(object? value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        return value is Enum ? text.ToLowerInvariant() : text;
    }

    private static bool IsListed(Case written) => InAgentDefinition.Contains(written.Argument.Id) || RuleOf(written) is not null || written.Argument.FindIn(Elsewhere) is not null;

    private static string? RuleOf(Case written) => Rejected.GetValueOrDefault(written.Id) ?? written.Argument.FindIn(Rejected);

    private static Case Find(string id) => Cases.Single(written => written.Id == id);

    private static string WhereToAdd(DeclaredArgument argument)
    {
        var (parser, model, writer) = argument.Attribute switch
        {
            _ when argument.Attribute == typeof(AgentAttribute) => ("AgentParser", "AgentModel", "ManifestWriter"),
            _ when argument.Attribute.IsSubclassOf(typeof(ComponentAttribute)) => ("ComponentParser", "ComponentModel", "ManifestWriter"),
            _ when argument.Attribute == typeof(CronAttribute) || argument.Attribute.IsSubclassOf(typeof(EventTriggerAttribute)) => ("TriggerParser", "TriggerModel", "ManifestWriter"),
            _ => ("FlowControlParser", "PolicyModel", "FlowControlWriter"),
        };
        return $"Read it in Parsing/{parser}.cs, keep it in Models/{model}.cs and write it in Schema/{writer}.cs of the generator (for PolicyModel the parser's table is enough); "
            + $"or put it on a list of {nameof(AttributeValueTests)} with where it goes instead.";
    }

    /// <summary>One value of one attribute, on a separate component.</summary>
    /// <param name="Id">The attribute and its argument; of an enum, with the member.</param>
    /// <param name="Value">The value in C#.</param>
    /// <param name="Expected">What the manifest must have.</param>
    private sealed record Case(DeclaredArgument Argument, string Id, string Value, string Expected)
    {
        public string Attribute => Argument.Write(
            Value,
            required: static parameter => parameter.ParameterType == typeof(string) ? $"\"{(parameter.Name == "source" ? "stripe" : "a")}\"" : "1",
            beside: Argument.AttributeName is "Throttle" or "RateLimit" && Argument.Name is not ("PeriodMs" or "WindowMs") ? "PeriodMs = 1" : "");

        public string ComponentType => IsComponent ? Argument.AttributeName.ToLowerInvariant() : "workflow";

        public string Component => IsComponent && Argument.Name == "name" ? PlainText : Method.ToLowerInvariant();

        public string Source => ComponentType == "agent"
            ? $"[{Attribute}] public static Task<string> {Method}(AgentContext ctx, string message) => ctx.RunAsync(message);"
            : $"[{(IsComponent ? "" : "Workflow, ")}{Attribute}] public static void {Method}(string? account = null) {{ }}";

        private bool IsComponent => Argument.Attribute.IsSubclassOf(typeof(ComponentAttribute));

        // One word, so that the name on the wire is the same in lower case.
        private string Method => $"Case{string.Concat(Id.Where(char.IsLetter)).ToLowerInvariant()}";
    }
}
