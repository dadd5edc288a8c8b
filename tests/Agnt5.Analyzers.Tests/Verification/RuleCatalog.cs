using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Tests.Verification;

/// <summary>The rules as the package has them, found by reflection so that none can be forgotten.</summary>
internal static class RuleCatalog
{
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
    [
        .. typeof(Rules).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null))
            .OfType<DiagnosticDescriptor>()
            .OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal),
    ];

    /// <summary>The ids. A rule that is told in two ways has two descriptors.</summary>
    public static IEnumerable<string> Ids => Descriptors.Select(descriptor => descriptor.Id).Distinct();

    /// <summary>The sample that no rule finds anything in.</summary>
    public const string Accepted = nameof(Accepted);

    public static string Sample(string name) => Repository.Read("tests", "Agnt5.Analyzers.Tests", "Samples", $"{name}.cs");
}
