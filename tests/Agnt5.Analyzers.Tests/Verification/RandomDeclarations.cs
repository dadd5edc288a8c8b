using System.Globalization;
using System.Text.RegularExpressions;

namespace Agnt5.Analyzers.Tests.Verification;

/// <summary>
/// Makes declarations of components: each begins as a valid one and is changed in up to three places, most of them for the worse. All of them compile. One
/// seed always gives the same ones.
/// </summary>
internal sealed class RandomDeclarations(int seed)
{
    private readonly Random _random = new(seed);
    private int _count;

    /// <summary>A file with some declarations, and the types that they use.</summary>
    public string NextFile(int declarations) =>
        DeclarationParts.Types + string.Concat(Enumerable.Range(0, declarations).Select(_ => Next()));

    private string Next()
    {
        var kind = Pick(["Workflow", "Workflow", "Function", "Tool", "Agent", "Agent"]);
        var declaration = new Declaration(_count++, kind) { HasBody = kind != "Agent" || _random.Next(2) == 0 };
        if (kind == "Agent")
            declaration.ComponentArguments = Pick(DeclarationParts.Agents);
        if (!declaration.HasBody)
            declaration.Parameters[0] = "string";
        if (!declaration.HasBody || _random.Next(3) > 0)
            declaration.Parameters.Insert(0, kind switch { "Workflow" => "WorkflowContext", "Agent" => "AgentContext", _ => "FunctionContext" });
        for (var changes = _random.Next(4); changes > 0; changes--)
            Change(declaration);
        return declaration.ToString();
    }

    private void Change(Declaration declaration)
    {
        switch (_random.Next(10))
        {
            case 0:
                declaration.ComponentArguments = Pick(declaration.IsAgent ? DeclarationParts.Agents : DeclarationParts.Names);
                break;
            case 1:
                declaration.Policies.Add(Pick(DeclarationParts.ComponentAttributes));
                break;
            case 2:
                (declaration.Type, declaration.Modifiers) = Pick(DeclarationParts.Places);
                break;
            case 3:
                declaration.Return = Pick(DeclarationParts.Returns);
                break;
            case 4 or 5:
                declaration.Parameters.Add(Pick(DeclarationParts.Parameters));
                break;
            case 6:
                declaration.Parameters[^1] = Pick(DeclarationParts.Parameters);
                break;
            case 7 when _random.Next(4) == 0:
                declaration.TypeParameters = "<T>";
                break;
            default:
                declaration.Policies.Add(Pick(DeclarationParts.Policies));
                break;
        }
    }

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    private sealed class Declaration(int number, string kind)
    {
        private static readonly Regex OnlyInPlainMethods = new(@"^(ref|in|out) |Span<|\*", RegexOptions.CultureInvariant);
        private static readonly Regex TypeHead = new(@"\b(class|struct|interface|record) (?=I?C\b|Outer\b)", RegexOptions.CultureInvariant);

        public bool IsAgent => kind == "Agent";
        public bool HasBody { get; init; } = true;

        public string ComponentArguments { get; set; } = "";
        public List<string> Policies { get; } = [];
        public string Type { get; set; } = "public static class C { public static bool IsAny(JsonElement payload) => true; internal static bool IsLarge(Order order) => order.Total > 3; M }";
        public string Modifiers { get; set; } = "public static";
        public string TypeParameters { get; set; } = "";
        public string Return { get; set; } = "Task<Receipt>";
        public List<string> Parameters { get; } = ["Order"];

        public override string ToString()
        {
            var isPartial = !HasBody && !Modifiers.Contains("abstract", StringComparison.Ordinal) && !Return.StartsWith("async", StringComparison.Ordinal);
            var isAsync = Return.StartsWith("async", StringComparison.Ordinal);
            var isAbstract = Modifiers.Contains("abstract", StringComparison.Ordinal);
            var parameters = Parameters
                .Where(parameter => !isAsync || !OnlyInPlainMethods.IsMatch(parameter))
                .OrderBy(Place)
                .ToList();
            // Only one parameter may take the rest.
            while (parameters.Count > 1 && parameters[^2].StartsWith("params", StringComparison.Ordinal))
                parameters.RemoveAt(parameters.Count - 1);

            // A trigger may stand there twice, a policy may not.
            var attributes = Policies
                .DistinctBy(static policy => policy.StartsWith("On", StringComparison.Ordinal) ? policy : policy.Split('(')[0])
                .Where(policy => policy.Split('(')[0] != kind);
            var marks = string.Concat(attributes.Prepend($"{kind}{ComponentArguments}").Select(static attribute => $"[{attribute}] "));
            var modifiers = isAbstract || isAsync ? Modifiers : isPartial ? $"unsafe {Modifiers} partial" : $"unsafe {Modifiers}";
            var returned = isAbstract && isAsync ? "void" : Return;
            var body = isAbstract || isPartial ? ";" : isAsync ? " => await Task.Yield();" : " => throw null!;";
            var method = $"{marks}{modifiers} {returned} Run{number}{TypeParameters}({string.Join(", ", parameters.Select(Write))}){body}";
            return $"\nnamespace N{number.ToString(CultureInfo.InvariantCulture)} {{ {(isPartial ? TypeHead.Replace(Type, "partial $1 ") : Type).Replace("M", method, StringComparison.Ordinal)} }}";
        }

        private static int Place(string parameter) =>
            parameter.StartsWith("params", StringComparison.Ordinal) ? 2 : parameter.Contains('=', StringComparison.Ordinal) ? 1 : 0;

        private static string Write(string parameter, int index)
        {
            var parts = parameter.Split(" = ");
            return parts is [var type, var value] ? $"{type} p{index} = {value}" : $"{parameter} p{index}";
        }
    }
}
