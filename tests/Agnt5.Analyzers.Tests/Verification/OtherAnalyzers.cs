using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.Tests.Verification;

/// <summary>The analyzers of other packages and of the .NET SDK. The build copies their assemblies beside the tests.</summary>
internal static class OtherAnalyzers
{
    private static readonly Lazy<IReadOnlyList<DiagnosticAnalyzer>> All = new(() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "OtherAnalyzers"), "*Analyzer*.dll")
            .SelectMany(static file => TypesOf(Assembly.LoadFrom(file)))
            .Where(static type => type.IsDefined(typeof(DiagnosticAnalyzerAttribute), inherit: false) && type is { IsAbstract: false } && !type.IsSubclassOf(typeof(DiagnosticSuppressor)))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ]);

    /// <summary>The analyzers that report a rule for C#.</summary>
    public static IReadOnlyList<DiagnosticAnalyzer> Of(string rule)
    {
        var found = All.Value.Where(analyzer => analyzer.SupportedDiagnostics.Any(descriptor => descriptor.Id == rule)
            && analyzer.GetType().GetCustomAttribute<DiagnosticAnalyzerAttribute>()!.Languages.Contains(LanguageNames.CSharp)).ToArray();
        Assert.NotEmpty(found);
        return found;
    }

    // Some types of an assembly may need what only an editor has.
    private static IEnumerable<Type> TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException incomplete)
        {
            return incomplete.Types.OfType<Type>();
        }
    }
}
