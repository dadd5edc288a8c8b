using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Shared;

/// <summary>Finds values that are different each time they are made: times, random values, new ids.</summary>
internal static class Unrepeatable
{
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal) { "DateTime", "DateTimeOffset", "Environment", "Guid", "Path", "Random", "RandomNumberGenerator", "Stopwatch", "Ulid" };

    private static readonly HashSet<string> Members = new(StringComparer.Ordinal)
    {
        "CreateVersion7", "GetBytes", "GetHexString", "GetInt32", "GetLocalNow", "GetRandomFileName", "GetTempFileName", "GetTimestamp", "GetUtcNow", "NewGuid", "NewUlid", "Now", "Shared", "StartNew",
        "TickCount", "TickCount64", "Today", "UtcNow",
    };

    public static bool IsIn(SyntaxNode code) => code.DescendantNodesAndSelf().Counted(WorkKind.SyntaxNode).Any(static node => node switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetUtcNow" or "GetLocalNow" } => true,
        MemberAccessExpressionSyntax access => Members.Contains(access.Name.Identifier.ValueText) && Types.Contains(LastName(access.Expression) ?? ""),
        ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: "Random" }, ArgumentList.Arguments.Count: 0 } => true,
        _ => false,
    });

    private static string? LastName(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };
}
