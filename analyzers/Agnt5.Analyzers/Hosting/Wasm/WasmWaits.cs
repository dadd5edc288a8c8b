using Agnt5.Analyzers.Durability;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Hosting;

/// <summary>AGT5008 for waits on tasks, which the walk over the code has found already. In the code of workflows and agents they are AGT4014, and stay that.</summary>
internal static class WasmWaits
{
    /// <summary>Finds the waits that no other rule has reported.</summary>
    /// <param name="isReported">Whether AGT4014 has been reported at a place.</param>
    /// <param name="isChecked">Whether CA1416 reports what attributes mark, as <c>Task.WaitAll</c> is.</param>
    public static IEnumerable<Diagnostic> Find(IEnumerable<CodeUnit> units, Func<Location, bool> isReported, bool isChecked, CancellationToken cancellationToken) =>
        from unit in units
        from finding in unit.Findings
        where finding.Rule == Rules.Blocking && !isReported(finding.Location)
        let member = Describe((string)finding.Arguments[0])
        where !(isChecked && member == "Task.WaitAll")
        where finding.Location.SourceTree?.GetRoot(cancellationToken).FindNode(finding.Location.SourceSpan) is { } code && WasmCode.Has(code, unit.Symbol, model: null, cancellationToken)
        select Diagnostic.Create(Rules.NotInWasm, finding.Location, member, WasmApis.Blocks);

    private static string Describe(string member) => member == "GetResult" ? "GetAwaiter().GetResult" : member.StartsWith("Task.", StringComparison.Ordinal) ? member : $"Task.{member}";
}
