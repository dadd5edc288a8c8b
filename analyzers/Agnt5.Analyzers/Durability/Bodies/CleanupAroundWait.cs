using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>AGT4011: no <c>using</c>, <c>lock</c> or <c>finally</c> encloses a durable wait. A suspended slice does not reach its end; a later slice does.</summary>
internal static class CleanupAroundWait
{
    public static void Inspect(IOperation cleanup, KnownSymbols known, CodeUnit unit)
    {
        if (Find(cleanup) is not (var keyword, var location, var guarded))
            return;
        var calls = guarded.SelectMany(Operations.WithoutFunctions).OfType<IInvocationOperation>().ToArray();
        if (calls.Any(call => DurableOperations.Find(call, known) is { Waits: true }))
            unit.Findings.Add(new(Rules.CleanupAroundWait, location, Role.AnyBody, keyword));
        else if (calls.Where(static call => !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty).Select(static call => Operations.Definition(call.TargetMethod)).ToArray() is { Length: > 0 } callees)
            unit.Findings.Add(new(Rules.CleanupAroundWait, location, Role.AnyBody, keyword) { Condition = new(callees, CalleeQuestion.Waits) });
    }

    private static (string Keyword, Location Location, IEnumerable<IOperation> Guarded)? Find(IOperation cleanup) => cleanup switch
    {
        IUsingOperation { Body: { } body } => ("using", Keyword(cleanup), [body]),
        IUsingDeclarationOperation { Parent: { } block } =>
            ("using", Keyword(cleanup), block.ChildOperations.Counted(WorkKind.Operation).SkipWhile(child => !ReferenceEquals(child, cleanup)).Skip(1).ToArray()),
        ITryOperation { Finally: not null } attempt => ("finally", Keyword(cleanup), [attempt.Body, .. attempt.Catches]),
        ILockOperation { Body: { } body } => ("lock", Keyword(cleanup), [body]),
        _ => null,
    };

    private static Location Keyword(IOperation cleanup) => cleanup.Syntax switch
    {
        UsingStatementSyntax statement => statement.UsingKeyword.GetLocation(),
        LocalDeclarationStatementSyntax declaration => declaration.UsingKeyword.GetLocation(),
        TryStatementSyntax { Finally: { } ending } => ending.FinallyKeyword.GetLocation(),
        LockStatementSyntax statement => statement.LockKeyword.GetLocation(),
        var syntax => syntax.GetLocation(),
    };
}
