using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>Finds durable calls, and the parts of their keys.</summary>
internal static class DurableOperations
{
    /// <summary>The durable call that an invocation makes, or <see langword="null"/>.</summary>
    public static DurableCallSpec? Find(IInvocationOperation call, KnownSymbols known) =>
        DurableCallTable.Find(call.TargetMethod, known) is { IsDurable: true } spec ? spec : null;

    /// <summary>The argument that names a call, or <see langword="null"/> when the call is numbered or its options are made elsewhere.</summary>
    public static IOperation? Name(IInvocationOperation call, DurableCallSpec spec, KnownValues? values = null)
    {
        var name = spec.Key switch
        {
            { Name: { } parameter } => Argument(call, parameter),
            { Options: { } options } when Argument(call, options.Parameter) is { } given && FindSession(given, options, values) is null => FindKey(given, options, values),
            _ => null,
        };
        return name is { ConstantValue: { HasValue: true, Value: null } } ? null : name;
    }

    /// <summary>The parts of the call's key: the arguments that name it, and the key and session in options that are written in place or that can be followed.</summary>
    public static IEnumerable<IOperation> KeyParts(IInvocationOperation call, DurableCallSpec spec, KnownValues? values = null)
    {
        if (spec.Key is not { } key)
            yield break;
        foreach (var argument in call.Arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.DefaultValue || argument.Parameter is not { Name: var parameter })
                continue;
            if (key.IsPart(parameter))
                yield return argument.Value;
            if (key.Options is not { } options || options.Parameter != parameter)
                continue;
            if (FindKey(argument.Value, options, values) is { } text)
                yield return text;
            if (FindSession(argument.Value, options, values) is { } session)
                yield return session;
        }
    }

    /// <summary>The argument for a parameter, unless it was left out.</summary>
    public static IOperation? Argument(IInvocationOperation call, string parameter) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter && argument.ArgumentKind != ArgumentKind.DefaultValue)?.Value;

    /// <summary>The key in <c>new StepOptions { Key = … }</c>, or <see langword="null"/> when the options are not known or have none.</summary>
    public static IOperation? FindKey(IOperation given, KeyOptions options, KnownValues? values = null) => FindMember(given, options, options.Key, values);

    /// <summary>Whether options are known: they are left out, or the place where they are made is found.</summary>
    public static bool AreKnown(IOperation? given, KeyOptions options, KnownValues? values) =>
        given is null || Origin(given, values) switch
        {
            { ConstantValue.HasValue: true } => true,
            IWithOperation { Operand: var operand } => AreKnown(operand, options, values),
            IObjectCreationOperation { Type.Name: var type } => type == options.Type,
            _ => false,
        };

    /// <summary>A member that is set in options, or <see langword="null"/>.</summary>
    public static IOperation? FindMember(IOperation given, KeyOptions options, string property, KnownValues? values)
    {
        var (initializer, copied) = Origin(given, values) switch
        {
            IObjectCreationOperation { Type.Name: var type } creation when type == options.Type => (creation.Initializer, null),
            IWithOperation { Operand: var operand } copy when copy.Type?.Name == options.Type => (copy.Initializer, operand),
            _ => ((IObjectOrCollectionInitializerOperation?)null, (IOperation?)null),
        };
        foreach (var member in initializer?.Initializers ?? [])
            if (member is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var name } } assignment && name == property)
                return assignment.Value;
        return copied is null ? null : FindMember(copied, options, property, values);
    }

    private static IOperation? FindSession(IOperation given, KeyOptions options, KnownValues? values) =>
        options.Session is { } session ? FindMember(given, options, session, values) : null;

    private static IOperation Origin(IOperation given, KnownValues? values) => values?.Origin(given) ?? Operations.Unwrap(given);
}
