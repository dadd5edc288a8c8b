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

    // Their static members tell of the process and the machine, which may be another one after a suspension.
    private static readonly HashSet<string> OfProcess = new(StringComparer.Ordinal) { "AppContext", "AppDomain", "Console", "Directory", "Dns", "Environment", "File", "HashCode", "Process" };

    public static bool IsIn(SyntaxNode code) => code.DescendantNodesAndSelf().Counted(WorkKind.SyntaxNode).Any(Is);

    /// <summary>Whether a part of code is such a value itself.</summary>
    public static bool Is(SyntaxNode node) => node switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetUtcNow" or "GetLocalNow" } => true,
        MemberAccessExpressionSyntax access => Members.Contains(access.Name.Identifier.ValueText) && Types.Contains(LastName(access.Expression) ?? ""),
        ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: "Random" }, ArgumentList.Arguments.Count: 0 } => true,
        _ => false,
    };

    /// <summary>Whether a part of code is a value that another process or machine has otherwise: a hash code, the local time zone, an environment variable.</summary>
    public static bool DependsOnProcess(ExpressionSyntax node) => node switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetHashCode" or "ToLocalTime" or "LocalDateTime" or "CurrentCulture" or "CurrentUICulture" } => true,
        MemberBindingExpressionSyntax { Name.Identifier.ValueText: "GetHashCode" or "ToLocalTime" or "LocalDateTime" } => true,
        MemberAccessExpressionSyntax access => OfProcess.Contains(LastName(access.Expression) ?? "") && access.Name.Identifier.ValueText != "NewLine",
        _ => false,
    };

    private static string? LastName(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };
}
