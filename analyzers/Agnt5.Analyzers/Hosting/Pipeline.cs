using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Hosting;

/// <summary>The app into which an endpoint is mapped, as far as one method shows it.</summary>
/// <param name="App">The variable that holds the app.</param>
/// <param name="Method">The method's body.</param>
/// <param name="End">Where the source says that endpoints run, or <see langword="null"/> when they run last.</param>
internal sealed record Pipeline(ISymbol App, IOperation Method, int? End)
{
    public static Pipeline? Of(IInvocationOperation mapping)
    {
        var receiver = Receiver(mapping);
        int? end = null;
        // app.UseEndpoints(endpoints => endpoints.MapAgnt5())
        if (receiver is IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } }
            && Around(mapping) is { TargetMethod.Name: "UseEndpoints" } endpoints)
        {
            receiver = Receiver(endpoints);
            end = endpoints.Syntax.SpanStart;
        }

        return Symbol(receiver) is { } app ? new(app, Root(mapping), end) : null;
    }

    /// <summary>The calls that add to the app before its endpoints run. Calls on a branch of the app do not count.</summary>
    public IEnumerable<IInvocationOperation> Middleware() =>
        from call in Method.Descendants().Counted(WorkKind.Operation).OfType<IInvocationOperation>()
        where call.TargetMethod.Name.StartsWith("Use", StringComparison.Ordinal)
            && SymbolEqualityComparer.Default.Equals(Symbol(Receiver(call)), App)
            && (End is null || call.Syntax.SpanStart < End)
        select call;

    private static IInvocationOperation? Around(IOperation operation)
    {
        for (var around = operation.Parent; around is not null; around = around.Parent)
            if (around is IAnonymousFunctionOperation)
                return around.Parent is IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation call } } ? call : null;
        return null;
    }

    // The receiver of the call, or of the chain of calls that it ends.
    private static IOperation? Receiver(IOperation? call)
    {
        while (true)
            switch (call)
            {
                case IInvocationOperation { Instance: { } instance }:
                    call = instance;
                    break;
                case IInvocationOperation { Arguments: [var first, ..] }:
                    call = first.Value;
                    break;
                case IConversionOperation conversion:
                    call = conversion.Operand;
                    break;
                default:
                    return call;
            }
    }

    private static ISymbol? Symbol(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        _ => null,
    };

    private static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }
}
