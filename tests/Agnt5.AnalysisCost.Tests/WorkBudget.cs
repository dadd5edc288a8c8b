using Agnt5.Shared;

namespace Agnt5.AnalysisCost.Tests;

/// <summary>The work that one more piece of code may make. Today's rules do a little less. A rule that has to do more raises the number here, and the commit says why.</summary>
internal sealed record WorkBudget(int Operations = 0, int SyntaxNodes = 0, int Units = 0, int WireTypes = 0, int TypesRead = 0)
{
    public int Of(WorkKind kind) => kind switch
    {
        WorkKind.Operation => Operations,
        WorkKind.SyntaxNode => SyntaxNodes,
        WorkKind.Unit => Units,
        WorkKind.WireType => WireTypes,
        WorkKind.TypeRead => TypesRead,
        // Types are looked up once for a compilation of any size.
        _ => 0,
    };
}
