using System.Collections.Concurrent;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>Passes each operation to the rules that look at it.</summary>
internal sealed class BodyRules(KnownSymbols known, KeptMembers kept, bool hasSeveralHosts)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _componentClasses = new(SymbolEqualityComparer.Default);

    public KnownSymbols Known => known;

    /// <summary>The values that fields and properties keep.</summary>
    public KeptMembers Kept => kept;

    public SharedValues Shared { get; } = new(known.Compilation);

    public ContextCarriers Carriers { get; } = new(known);

    public void InspectDurableCall(IInvocationOperation call, CodeUnit unit)
    {
        DurableCallInStep.Inspect(call, unit);
        NotAwaited.Inspect(call, known, unit);
    }

    /// <summary>Looks at the key of a durable call, when all of the member around it has been read.</summary>
    public static void InspectKey(IInvocationOperation call, DurableCallSpec spec, bool isGuarded, KnownValues values, CodeUnit unit)
    {
        ConstantKeyInLoop.Inspect(call, spec, isGuarded, values, unit);
        UnstableKey.Inspect(call, spec, values, unit);
    }

    public void InspectCall(IInvocationOperation call, CodeUnit unit)
    {
        if (RandomValues.IsKeptGenerator(call.Instance))
            AddForbidden(Rules.RandomValue, call, call.TargetMethod, unit);
        else
            FindForbidden(call, call.TargetMethod, unit);
        HashCodes.Inspect(call, this, unit);
        SharedCollections.Inspect(call, this, unit);
        ConfigureAwaitFalse.Inspect(call, unit);
        Blocking.Inspect(call, unit);
        InjectedLogger.Inspect(call, known, unit);
        RacedWaits.Inspect(call, known, unit);
        StateOfInvocation.Inspect(call, known, unit);
    }

    /// <summary>Looks at a method that becomes a delegate.</summary>
    /// <param name="unit">The unit of the delegate.</param>
    public void InspectMethodGroup(IMethodReferenceOperation reference, CodeUnit unit)
    {
        if (RandomValues.IsKeptGenerator(reference.Instance))
            AddForbidden(Rules.RandomValue, reference, reference.Method, unit);
        else
            FindForbidden(reference, reference.Method, unit);
    }

    public void InspectConversion(IConversionOperation conversion, CodeUnit unit)
    {
        if (hasSeveralHosts)
            HostCasts.Inspect(conversion, unit);
    }

    public void InspectCreation(IObjectCreationOperation creation, CodeUnit unit)
    {
        if (creation.Constructor is { } constructor)
            FindForbidden(creation, constructor, unit);
    }

    public void InspectProperty(IPropertyReferenceOperation reference, bool isRead, bool isWritten, CodeUnit unit)
    {
        if (isRead && Surroundings.IsMutableStatic(reference))
            AddForbidden(Rules.Surroundings, reference, reference.Property, unit);
        else if (isRead)
            FindForbidden(reference, reference.Property, unit);
        if (isWritten)
            SharedCollections.Inspect(reference, this, unit);
        Blocking.Inspect(reference, unit);
        unit.NamesIdempotency |= IdempotencyNames.IsOne(reference.Property.Name);
        if (IsState(reference))
            StateOfInvocation.Add(reference, isRead, isWritten, unit);
    }

    public static void InspectText(string text, CodeUnit unit) => unit.NamesIdempotency |= IdempotencyNames.IsOne(text);

    public void InspectField(IFieldReferenceOperation reference, bool isRead, bool isWritten, CodeUnit unit)
    {
        if (isRead && Surroundings.IsMutableStatic(reference))
            AddForbidden(Rules.Surroundings, reference, reference.Field, unit);
        if (reference.ConstantValue is { HasValue: true, Value: string text })
            InspectText(text, unit);
        if (IsState(reference))
            StateOfInvocation.Add(reference, isRead, isWritten, unit);
    }

    public void InspectLoop(ILoopOperation loop, CodeUnit unit) => UnboundedLoop.Inspect(loop, known, unit);

    public void InspectCleanup(IOperation cleanup, CodeUnit unit) => CleanupAroundWait.Inspect(cleanup, known, unit);

    /// <summary>Looks at a lambda or local function, which may be the body of a step.</summary>
    public void InspectFunction(IMethodSymbol symbol, IBlockOperation body, CodeUnit unit)
    {
        CaptureWrittenInStep.Inspect(symbol, body, unit);
        IgnoredToken.Inspect(symbol, body, known, unit);
    }

    /// <summary>Whether a reference reads what the project keeps for as long as the process or the invocation lives, and does not ask it for what another finding is about.</summary>
    public bool ReadsKept(IMemberReferenceOperation reference) =>
        KeptMembers.IsKept(reference.Member)
        && SymbolEqualityComparer.Default.Equals(reference.Member.ContainingAssembly, known.Compilation.Assembly)
        && (reference.Member.IsStatic || IsState(reference))
        && !(Operations.Consumer(reference) is IInvocationOperation call && (RandomValues.IsKeptGenerator(call.Instance) || ForbiddenApis.Find(call.TargetMethod) is not null));

    // An instance of a component's class is made for each invocation.
    private bool IsState(IMemberReferenceOperation reference) =>
        !reference.Member.IsStatic
        && reference.Instance is IInstanceReferenceOperation
        && _componentClasses.GetOrAdd(
            reference.Member.ContainingType,
            type => type.GetMembers().OfType<IMethodSymbol>().Any(method => !method.IsStatic && ComponentMark.IsComponent(method, known)));

    private void FindForbidden(IOperation operation, ISymbol member, CodeUnit unit)
    {
        if (ForbiddenApis.Find(member) is not { } api)
            return;
        if (operation is IInvocationOperation call && OutsideChanges.Is(call, api))
            unit.Changes.Add(new(SymbolText.Of(member), OperationLocation.Of(operation)));
        if (!IsPartOf(operation, api.Rule))
            AddForbidden(api.Rule, operation, member, unit);
    }

    private void AddForbidden(DiagnosticDescriptor rule, IOperation operation, ISymbol member, CodeUnit unit)
    {
        // If the value is a part of a key, the finding is about the key.
        if (UnstableKey.IsInKey(operation, known))
            UnstableKey.Add(
                operation,
                $"'{SymbolText.Of(member)}' {(rule == Rules.Surroundings ? "may differ in the process that replays" : "changes on each replay")}: take it from the input, or from a step's result",
                unit);
        else
            unit.Findings.Add(new(rule, OperationLocation.Of(operation), Role.AnyBody, SymbolText.Of(member)));
    }

    // The call that continues from it is reported instead: configuration.GetSection("a").GetSection("b").
    private static bool IsPartOf(IOperation operation, DiagnosticDescriptor rule) => Operations.Consumer(operation) switch
    {
        IInvocationOperation call => ForbiddenApis.Find(call.TargetMethod)?.Rule == rule,
        IPropertyReferenceOperation reference => ForbiddenApis.Find(reference.Property)?.Rule == rule,
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { IsExtensionMethod: true } method } call } argument =>
            ReferenceEquals(call.Arguments[0], argument) && ForbiddenApis.Find(method)?.Rule == rule,
        _ => false,
    };
}
