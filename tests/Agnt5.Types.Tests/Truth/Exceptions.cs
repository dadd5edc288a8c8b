namespace Agnt5.Types.Tests.Truth;

/// <summary>Documents that a schema rejects and that may bind all the same. It never promised that they would not.</summary>
internal static class Exceptions
{
    public static bool MayBind(Mutation mutation, IReadOnlyList<SchemaFailure> failures) =>
        failures.All(failure => IsNullItem(mutation, failure));

    // Whether items may be null is no matter of binding in System.Text.Json.
    private static bool IsNullItem(Mutation mutation, SchemaFailure failure) => mutation.What == "null" && failure.Word == "type" && mutation.Path == failure.Path && mutation.Path.EndsWith(']');
}
