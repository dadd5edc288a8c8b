namespace Agnt5.Shared;

/// <summary>How members and parameters are named in JSON. The values are those of <c>JsonKnownNamingPolicy</c>.</summary>
internal enum NamingPolicy
{
    /// <summary><c>Unspecified</c>: as the source writes it.</summary>
    AsWritten = 0,
    CamelCase = 1,
    SnakeCaseLower = 2,
    SnakeCaseUpper = 3,
    KebabCaseLower = 4,
    KebabCaseUpper = 5,
}
