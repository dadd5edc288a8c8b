using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>AGT4009: the text of a durable call's name or key is the same on each replay and in each culture.</summary>
internal static class UnstableKey
{
    public static void Inspect(IInvocationOperation call, DurableCallSpec spec, KnownValues values, CodeUnit unit)
    {
        foreach (var part in DurableOperations.KeyParts(call, spec, values))
            if (!part.ConstantValue.HasValue)
                foreach (var (place, reason) in new UnstableText(values).Find(part))
                    if (!Operations.WithFunctions(place).Any(IsForbidden))
                        Add(place, reason, unit);
    }

    /// <summary>Drops the findings about values that findings about keys speak of: one mistake is told once.</summary>
    public static void DropCauses(IReadOnlyCollection<CodeUnit> units)
    {
        var told = new HashSet<Location>(units.SelectMany(static unit => unit.Findings).Where(static finding => finding.Rule == Rules.UnstableKey).Select(static finding => finding.Location));
        if (told.Count > 0)
            foreach (var unit in units)
                unit.Findings.RemoveAll(finding => finding.Rule == Rules.HashCode && told.Contains(finding.Location));
    }

    /// <summary>Whether an operation has a finding of its own, wherever workflow code runs it.</summary>
    public static bool IsReported(IOperation operation) => Operations.WithFunctions(operation)
        .Any(static inner => IsForbidden(inner) || inner is IInvocationOperation call && HashCodes.DiffersInEachProcess(call));

    // Another finding already says that the value changes on each replay.
    private static bool IsForbidden(IOperation operation) => operation switch
    {
        IInvocationOperation call => ForbiddenApis.Find(call.TargetMethod) is not null,
        IPropertyReferenceOperation reference => ForbiddenApis.Find(reference.Property) is not null,
        _ => false,
    };

    /// <summary>Whether an operation stands in the name or key of a durable call.</summary>
    public static bool IsInKey(IOperation operation, KnownSymbols known)
    {
        for (var current = operation; current.Parent is { } parent and not (IBlockOperation or IAnonymousFunctionOperation); current = parent)
        {
            if (parent is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: var member, ContainingType: var type } } } assignment
                && ReferenceEquals(assignment.Value, current) && DurableCallTable.IsKeyMember(type.Name, member) && SymbolText.IsIn(type, "Agnt5"))
                return true;
            if (parent is IArgumentOperation { Parameter.Name: var parameter, Parent: IInvocationOperation call } && DurableOperations.Find(call, known)?.Key?.IsPart(parameter) == true)
                return true;
        }

        return false;
    }

    public static void Add(IOperation operation, string reason, CodeUnit unit) =>
        unit.Findings.Add(new(Rules.UnstableKey, OperationLocation.Of(operation), Role.AnyBody, reason));
}
