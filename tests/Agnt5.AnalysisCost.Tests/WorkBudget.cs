using Agnt5.Shared;

namespace Agnt5.AnalysisCost.Tests;

/// <summary>How much work one more of something may make. What today's rules do is a little less: a rule that has to do more raises the number here, and says why in the commit.</summary>
internal sealed record WorkBudget(int Operations = 0, int SyntaxNodes = 0, int Units = 0, int WireTypes = 0, int TypesRead = 0)
{
    public int Of(WorkKind kind) => kind switch
    {
        WorkKind.Operation => Operations,
        WorkKind.SyntaxNode => SyntaxNodes,
        WorkKind.Unit => Units,
        WorkKind.WireType => WireTypes,
        WorkKind.TypeRead => TypesRead,
        // They are looked up once for a compilation, however large it is.
        _ => 0,
    };
}
