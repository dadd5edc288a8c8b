using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>Tells reads from writes.</summary>
internal static class Assignments
{
    /// <summary>Whether the value of a variable, field or property is read at a place, and whether it is written there.</summary>
    public static (bool IsRead, bool IsWritten) Of(IOperation reference) => reference.Parent switch
    {
        ISimpleAssignmentOperation assignment when ReferenceEquals(assignment.Target, reference) => (false, true),
        ICompoundAssignmentOperation assignment when ReferenceEquals(assignment.Target, reference) => (true, true),
        ICoalesceAssignmentOperation assignment when ReferenceEquals(assignment.Target, reference) => (true, true),
        IIncrementOrDecrementOperation => (true, true),
        IArgumentOperation { Parameter.RefKind: RefKind.Out } => (false, true),
        IArgumentOperation { Parameter.RefKind: RefKind.Ref } => (true, true),
        ITupleOperation tuple when IsDeconstructed(tuple) => (false, true),
        _ => (true, false),
    };

    // ((a, b), c) = …
    private static bool IsDeconstructed(ITupleOperation tuple) => tuple.Parent switch
    {
        ITupleOperation around => IsDeconstructed(around),
        IDeconstructionAssignmentOperation deconstruction => ReferenceEquals(deconstruction.Target, tuple),
        _ => false,
    };
}
