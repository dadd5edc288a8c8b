using Agnt5.Cli.Diagrams.Flow;
using Agnt5.Cli.Diagrams.Sources;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Cli.Diagrams.Reading;

// try, catch and finally: the body is a group, and the group leads to its catches.
internal sealed partial class WorkflowReader
{
    // The type of the exception that is being handled, for a throw without one.
    private string? _caught;

    private void VisitTry(TryStatementSyntax guarded)
    {
        var finallyHandler = guarded.Finally is null ? null : new FlowHandler(IsFinally: true);
        if (finallyHandler is not null)
            _handlers.Add(finallyHandler);
        var failures = VisitGuarded(guarded, out var isDrawn);
        var after = Take();
        foreach (var handler in guarded.Catches)
            after.AddRange(ReadCatch(handler, failures, isDrawn));
        _ends = after;
        if (finallyHandler is null)
            return;
        _handlers.Remove(finallyHandler);
        VisitFinally(guarded, finallyHandler, isDrawn && guarded.Catches.Count == 0 ? failures : []);
    }

    /// <summary>Reads the body.</summary>
    /// <returns>Where exceptions come from: the group, or what was before it where nothing of it is drawn.</returns>
    private List<FlowEnd> VisitGuarded(TryStatementSyntax guarded, out bool isDrawn)
    {
        var before = _ends;
        var catches = new FlowHandler(IsFinally: false);
        if (guarded.Catches.Count > 0)
            _handlers.Add(catches);
        var group = _graph.Open("try");
        Visit(guarded.Block);
        _graph.Close();
        _handlers.Remove(catches);
        isDrawn = _graph.Has(group);
        if (isDrawn)
            return [new(group.Id, IsFailure: true)];
        _graph.Remove(group);
        return [.. before.Select(static end => end with { IsFailure = true })];
    }

    private List<FlowEnd> ReadCatch(CatchClauseSyntax handler, List<FlowEnd> failures, bool isDrawn)
    {
        var (around, type) = (_caught, handler.Declaration is { } declared ? SourceText.LastName(declared.Type) : null);
        var label = $"on {type ?? "any failure"}{(handler.Filter is { } filter ? $" when {SourceText.Written(filter.FilterExpression)}" : "")}";
        _caught = type;
        _ends = [.. failures.Select(end => end.With(label))];
        var happened = _happened;
        // A failure that is only thrown on is as one that nobody caught.
        if (!IsThrownOn(handler))
            Visit(handler.Block);
        else
            _ends = [];
        _caught = around;
        var after = Take();
        return isDrawn || _happened > happened ? after : [];
    }

    private static bool IsThrownOn(CatchClauseSyntax handler) =>
        handler.Block.Statements is [.., ThrowStatementSyntax { Expression: null }]
        && handler.Block.Statements.SkipLast(1).All(static statement => !statement.DescendantNodes().OfType<AwaitExpressionSyntax>().Any());

    private void VisitFinally(TryStatementSyntax guarded, FlowHandler handler, List<FlowEnd> failures)
    {
        var normal = Take();
        _happened -= handler.Held.Count;
        _ends = [.. normal, .. handler.Held.SelectMany(static held => held.Ends), .. failures.Select(static end => end.With("on any failure"))];
        var isDrawn = _ends.Count > 0 && Try(() =>
        {
            Visit(guarded.Finally!.Block);
            return 0;
        });
        var through = Take();
        foreach (var (ends, target) in isDrawn ? handler.Held.DistinctBy(static held => held.Target) : handler.Held)
            Jump(target, isDrawn ? [.. through.Select(end => end.With(target.Word))] : ends);
        if (isDrawn && failures.Count > 0 && !_handlers.Exists(static around => !around.IsFinally))
            Jump(Outcome(FlowKind.Failure, "fails"), [.. through.Select(static end => end.With("fails"))]);
        _ends = !isDrawn ? normal : normal.Count > 0 ? through : [];
    }
}
