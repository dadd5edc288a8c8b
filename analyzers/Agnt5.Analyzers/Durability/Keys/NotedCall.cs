using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>A durable call, or the call of a helper that may make one. What it says about keys is read when the code around it asks.</summary>
/// <param name="note">The call.</param>
/// <param name="texts">The texts of the unit around it.</param>
/// <param name="values">The values of the member around it.</param>
internal sealed class NotedCall(FlowNote note, KeyTexts texts, KnownValues values)
{
    private readonly IInvocationOperation _call = (IInvocationOperation)note.Operation;
    private KeyUse? _use;
    private bool _isRead;

    /// <summary>Whether it is a durable call itself.</summary>
    public bool IsDurable => note.Spec is not null;

    /// <summary>Whether the code around it goes on only when the call has succeeded.</summary>
    public bool IsAwaited { get; } = Tasks.IsAwaited(note.Operation);

    public Location Location => _call.Syntax.GetLocation();

    /// <summary>The key of a durable call, if it is known.</summary>
    public KeyUse? Use
    {
        get
        {
            if (!_isRead)
                (_use, _isRead) = (note.Spec is { } spec ? ReadUse(spec) : null, true);
            return _use;
        }
    }

    /// <summary>The helper, if it is known.</summary>
    public IMethodSymbol? Target { get; } = note.Spec is null ? FindTarget((IInvocationOperation)note.Operation, values) : null;

    /// <summary>The text of a helper's argument, as far as it is known.</summary>
    /// <param name="ordinal">The place of the parameter.</param>
    public KeyText? Argument(int ordinal) => Find(ordinal) is { } argument ? texts.OfArgument(argument.Value) : null;

    /// <summary>Where a helper's argument stands, unless it was left out.</summary>
    public Location? Place(int ordinal) => Find(ordinal) is { IsImplicit: false } argument ? argument.Value.Syntax.GetLocation() : null;

    private IArgumentOperation? Find(int ordinal) => _call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal);

    private KeyUse? ReadUse(DurableCallSpec spec) => texts.Of(_call, spec) is { } text && DurableOperations.Name(_call, spec, values) is { } named
        ? new(text, spec.Noun, Shown(named, text), named.Syntax.GetLocation(), IsAwaited)
        : null;

    private static IMethodSymbol? FindTarget(IInvocationOperation call, KnownValues values)
    {
        if (call.TargetMethod.MethodKind != MethodKind.DelegateInvoke)
            return Operations.Definition(call.TargetMethod);
        return call.Instance is not null && values.Origin(call.Instance) is IAnonymousFunctionOperation lambda ? Operations.Definition(lambda.Symbol) : null;
    }

    private static string Shown(IOperation named, KeyText text) =>
        named.ConstantValue is { HasValue: true, Value: string } && !text.Parts.Any(static part => part.IsValue)
            ? text.Identity.Split('\n')[1]
            : named.ConstantValue.Value as string ?? named.Syntax.ToString();
}
